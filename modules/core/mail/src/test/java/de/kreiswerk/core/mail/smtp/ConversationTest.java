package de.kreiswerk.core.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.mail.smtp.SmtpSettings.Security;
import de.kreiswerk.runtime.testing.Certificate;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private static final Delivery MAIL = new Delivery(
            "m1", "anna@kreis.example", "Geheimer Gruß", "Guten Tag\n.\nEnde", Instant.parse("2026-12-01T08:00:00Z"));

    @TempDir
    static Path folder;

    private static Certificate local;
    private static Certificate foreign;

    @BeforeAll
    static void make() throws Exception {
        local = new Certificate(folder, "localhost");
        foreign = new Certificate(folder, "mail.foreign.example");
    }

    @Test
    void withTlsAndWithStarttlsEverythingThatMattersIsEncrypted() throws Exception {
        for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
            try (StubServer server = new StubServer(local.server(), security == Security.TLS)) {
                server.abilities = List.of("STARTTLS", "AUTH LOGIN PLAIN");
                send(server.settings(security, "kreis", "gehéim"), local.client());

                assertThat(server.mails).hasSize(1);
                assertThat(server.heard)
                        .contains(
                                "🔒MAIL FROM:<kreiswerk@landkreis.example>", "🔒RCPT TO:<anna@kreis.example>", "🔒QUIT")
                        .contains("🔒AUTH PLAIN " + base64("\0kreis\0gehéim"));
                assertThat(server.heard.stream().filter(line -> !line.startsWith("🔒")))
                        .allMatch(line -> line.startsWith("EHLO [") || line.equals("STARTTLS"));
            }
        }
    }

    @Test
    void withoutStarttlsNothingIsSaidInClear() throws Exception {
        try (StubServer server = new StubServer()) {
            SendingFailed failed = failure(server.settings(Security.STARTTLS, "kreis", "geheim"));

            assertThat(failed.fault()).isEqualTo(Fault.NO_STARTTLS);
            assertThat(failed.isForGood()).isFalse();
            assertThat(server.heard).hasSize(1).allMatch(line -> line.startsWith("EHLO"));
        }
        try (StubServer server = new StubServer()) {
            server.abilities = List.of("STARTTLS");
            server.answers.put("STARTTLS", "454 not now");
            assertThat(failure(server.settings(Security.STARTTLS)).fault()).isEqualTo(Fault.NO_STARTTLS);
            assertThat(server.mails).isEmpty();
        }
    }

    @Test
    void whatIsPutBehindTheAnswerToStarttlsIsNotTakenForEncrypted() throws Exception {
        try (StubServer server = new StubServer(local.server(), false)) {
            server.abilities = List.of("STARTTLS");
            server.answers.put("STARTTLS", "220 go ahead\r\n250 injected");

            assertThat(failure(server.settings(Security.STARTTLS), local.client())
                            .fault())
                    .isEqualTo(Fault.PROTOCOL);
            assertThat(server.mails).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnotherHostOrOfNobodyWeTrustIsRefused() throws Exception {
        for (boolean implicit : new boolean[] {true, false}) {
            Security security = implicit ? Security.TLS : Security.STARTTLS;
            try (StubServer server = new StubServer(foreign.server(), implicit)) {
                server.abilities = List.of("STARTTLS");
                assertThat(failure(server.settings(security), foreign.client()).fault())
                        .as("another host")
                        .isEqualTo(Fault.CERTIFICATE);
                assertThat(failure(server.settings(security)).fault())
                        .as("nobody vouches for it")
                        .isEqualTo(Fault.CERTIFICATE);
                assertThat(server.mails).isEmpty();
            }
        }
    }

    @Test
    void aServerThatSpeaksInClearWhereTlsIsExpectedIsTold() throws Exception {
        try (StubServer server = new StubServer()) {
            assertThat(failure(server.settings(Security.TLS)).fault()).isEqualTo(Fault.TLS);
        }
    }

    @Test
    void whoKnowsLoginOnlyIsToldNameAndPasswordOneByOne() throws Exception {
        try (StubServer server = new StubServer()) {
            server.abilities = List.of("AUTH=LOGIN");
            send(server.settings(Security.NONE, "kreis", "geheim"));

            assertThat(server.mails).hasSize(1);
            assertThat(server.heard).containsSubsequence("AUTH LOGIN", base64("kreis"), base64("geheim"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT   | 554 go away                        | NOT_NOW   | false",
                "CONNECT   | 421 later                          | NOT_NOW   | false",
                "EHLO      | 502 what                           | NOT_NOW   | false",
                "AUTH      | 535 5.7.8 bad credentials          | SIGN_IN   | false",
                "AUTH      | 421 shutting down                  | NOT_NOW   | false",
                "MAIL FROM | 550 who are you                    | SENDER    | false",
                "MAIL FROM | 421 too many connections           | NOT_NOW   | false",
                "MAIL FROM | 451 4.7.1 greylisted               | NOT_NOW   | false",
                "MAIL FROM | 452 disk full                      | NOT_NOW   | false",
                "MAIL FROM | 530 sign in first                  | SIGN_IN   | false",
                "RCPT TO   | 550 5.1.1 <anna@kreis.example>: no | RECIPIENT | true",
                "RCPT TO   | 450 greylisted                     | RECIPIENT | false",
                "RCPT TO   | 421 shutting down                  | NOT_NOW   | false",
                "DATA      | 421 shutting down                  | NOT_NOW   | false",
                ".         | 421 shutting down                  | NOT_NOW   | false",
                "RCPT TO   | 530 sign in first                  | SIGN_IN   | false",
                "DATA      | 554 no                             | MESSAGE   | true",
                ".         | 554 looks like spam                | MESSAGE   | true",
                ".         | 452 disk full                      | MESSAGE   | false",
                "MAIL FROM | Here is the news                   | PROTOCOL  | false",
                "RCPT TO   | 999 what                           | PROTOCOL  | false"
            })
    void aRefusalIsToldForWhatItIs(String command, String answer, Fault fault, boolean forGood) throws Exception {
        try (StubServer server = new StubServer()) {
            server.abilities = List.of("AUTH PLAIN");
            server.answers.put(command, answer);
            SendingFailed failed = failure(server.settings(Security.NONE, "kreis", "geheim"));

            assertThat(failed.fault()).isEqualTo(fault);
            assertThat(failed.isForGood()).isEqualTo(forGood);
            assertThat(failed.reply()).doesNotContain("anna", "geheim", base64("\0kreis\0geheim"));
            assertThat(server.mails).isEmpty();
        }
    }

    @Test
    void whatServersQuoteIsMadeUnrecognisable() {
        assertThat(SendingFailed.plain("550 <anna.b@kreis.example>: User\r\nunknown (anna.b@kreis.example)"))
                .isEqualTo("550 <…@kreis.example>: User unknown (…@kreis.example)");
        assertThat(SendingFailed.plain("550 <max.d'angelo@x.example> unknown, 'max.d'angelo@x.example'"))
                .isEqualTo("550 <…@x.example> unknown, …@x.example'");
        assertThat(SendingFailed.plain("x".repeat(5_000))).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"220-a\r\n", "220-", "junk"})
    void aServerThatTalksWithoutEndIsLeft(String line) throws Exception {
        try (StubServer server = new StubServer()) {
            server.answers.put("CONNECT", line.repeat(200_000));
            assertThat(failure(server.settings(Security.NONE)).fault()).isEqualTo(Fault.PROTOCOL);
        }
    }

    @Test
    void nobodyAtThePortIsTold() throws Exception {
        // Bound, so that nothing else on the machine takes it, and nobody listens.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress("localhost", 0));
            SmtpSettings nobody = at(held.getLocalPort(), Duration.ofSeconds(5));
            assertThat(failure(nobody).fault()).isEqualTo(Fault.UNREACHABLE);
        }
    }

    @Test
    void aServerThatTakesTheMailAndSaysNothingMayHaveIt() throws Exception {
        try (StubServer server = new StubServer()) {
            server.cutsOff = true;
            SendingFailed failed = failure(server.settings(Security.NONE));

            assertThat(failed.fault()).isEqualTo(Fault.CUT_OFF);
            assertThat(failed.isForGood()).as("it is sent again").isFalse();
            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void aServerThatSaysNothingIsLeftAfterAWhile() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            SmtpSettings settings = at(silent.getLocalPort(), Duration.ofMillis(200));
            assertThat(failure(settings).fault()).isEqualTo(Fault.TIMEOUT);
        }
    }

    @Test
    void aConversationThatHangsIsEndedByWhoClosesIt() throws Exception {
        try (StubServer server = new StubServer()) {
            server.silent = true;
            SmtpSettings settings = at(server.port(), Duration.ofMinutes(5));
            Conversation conversation = new Conversation(settings, trustingNobody());
            CompletableFuture<Fault> ended = CompletableFuture.supplyAsync(() -> {
                try {
                    conversation.send(MAIL);
                    return null;
                } catch (SendingFailed e) {
                    return e.fault();
                }
            });
            conversation.close();
            assertThat(ended.get(20, TimeUnit.SECONDS)).isIn(Fault.CUT_OFF, Fault.UNREACHABLE);
        }
    }

    private static SmtpSettings at(int port, Duration patience) {
        return new SmtpSettings(
                "localhost", port, Security.NONE, "", "", "a@b.example", "", patience, 12, Duration.ofDays(30));
    }

    private static void send(SmtpSettings settings) throws Exception {
        new Conversation(settings, trustingNobody()).send(MAIL);
    }

    private static void send(SmtpSettings settings, SSLContext trust) throws Exception {
        new Conversation(settings, trust.getSocketFactory()).send(MAIL);
    }

    private static SendingFailed failure(SmtpSettings settings) {
        return catchThrowableOfType(SendingFailed.class, () -> send(settings));
    }

    private static SendingFailed failure(SmtpSettings settings, SSLContext trust) {
        return catchThrowableOfType(SendingFailed.class, () -> send(settings, trust));
    }

    private static javax.net.ssl.SSLSocketFactory trustingNobody() throws Exception {
        return SSLContext.getDefault().getSocketFactory();
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }
}
