package de.kreiswerk.core.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read by a library that somebody else has made. */
class MessageTest {

    private static final Instant CREATED = Instant.parse("2026-12-01T08:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Neues Kennwort",
                "Grüße aus dem Ämterflur – „schöne“ Straße",
                "🗳 Wahl 🗳 Wahl 🗳 Wahl 🗳 Wahl 🗳 Wahl 🗳 Wahl 🗳 Wahl 🗳 Wahl 🗳 Wahl 🗳 Wahl",
                "=?UTF-8?B?bm90IHRoaXM=?=",
                "Ein Betreff, der länger ist als eine Zeile und Wörter mit Umlauten wie Überprüfung der Öffentlichkeitsbeteiligung"
                        + " enthält, damit er umgebrochen werden muss",
                "An ASCII subject that is longer than a line of a mail should be, so that it has to be folded somewhere",
                "Anführungs\"zeichen, Komma; <spitz> @ (rund)"
            })
    void subjectNameAndTextComeBackAsTheyWere(String words) throws Exception {
        String text = "Guten Tag,\n\n" + words + "\n.\n..\nFrom hier\n\n" + "lang ".repeat(500) + "\n";
        byte[] bytes = Message.of(new Delivery("m1", "anna@kreis.example", words, text, CREATED), settings(words));
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(bytes));

        assertThat(message.getSubject()).isEqualTo(words);
        InternetAddress from = (InternetAddress) message.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo(words);
        assertThat(from.getAddress()).isEqualTo("kreiswerk@landkreis.example");
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("anna@kreis.example"));
        assertThat(((String) message.getContent()).replace("\r\n", "\n")).isEqualTo(text);
        assertThat(message.getSentDate()).isEqualTo(Date.from(CREATED));
        assertThat(message.getMessageID()).isEqualTo("<m1@landkreis.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void itIsAsciiInShortLinesThatEndAsTheyMust() {
        String all = new String(
                Message.of(
                        new Delivery("m1", "anna@kreis.example", "ü".repeat(200), "ö".repeat(20_000), CREATED),
                        settings("ä".repeat(100))),
                StandardCharsets.ISO_8859_1);
        assertThat(all.replace("\r\n", "")).matches("[\\x20-\\x7e]*");
        assertThat(all).endsWith("\r\n");
        assertThat(all.split("\r\n", -1)).allMatch(line -> line.length() <= 120 && !line.startsWith("."));
    }

    @Test
    void aMailServerOfSomebodyElseTakesIt() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("kreis@landkreis.example", "kreis", "geheim");
        server.start();
        try {
            SmtpSettings settings = new SmtpSettings(
                    "127.0.0.1",
                    server.getSmtp().getPort(),
                    SmtpSettings.Security.NONE,
                    "kreis",
                    "geheim",
                    "kreiswerk@landkreis.example",
                    "Landkreis Lüneburg",
                    Duration.ofSeconds(20),
                    12,
                    Duration.ofDays(30));
            new Conversation(settings, SSLContext.getDefault().getSocketFactory())
                    .send(new Delivery("m1", "anna@kreis.example", "Grüße", "Schöne Grüße\n.\nEnde", CREATED));

            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getSubject()).isEqualTo("Grüße");
            assertThat(((String) received[0].getContent()).replace("\r\n", "\n").strip())
                    .isEqualTo("Schöne Grüße\n.\nEnde");
        } finally {
            server.stop();
        }
    }

    private static SmtpSettings settings(String name) {
        return new SmtpSettings(
                "localhost",
                25,
                SmtpSettings.Security.NONE,
                "",
                "",
                "kreiswerk@landkreis.example",
                name,
                Duration.ofSeconds(1),
                12,
                Duration.ofDays(30));
    }
}
