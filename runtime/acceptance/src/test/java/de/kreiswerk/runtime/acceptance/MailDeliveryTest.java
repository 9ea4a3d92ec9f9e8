package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** E-mail, from the console to the mailbox, with a real mail server. */
@Execution(ExecutionMode.CONCURRENT)
class MailDeliveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GOOD = "vier Wörter reichen aus";

    private GreenMail server;

    @AfterEach
    void stopTheServer() {
        server.stop();
    }

    @OnOneDatabase
    void aLinkGoesByMailChoosesAPasswordAndSurvivesAKilledPlatform(Starter starter) throws Exception {
        start(0);
        int port = server.getSmtp().getPort();
        Platform platform = starter.start(withMailAt(port));
        Person administrator = platform.people().administrator();
        String id = People.id(platform.people().account("vergesslich"));
        String page = "/admin/konten/" + id;
        assertThat(administrator.get(page).is(200).text()).contains("Link per E-Mail schicken");

        Reply sent = administrator.post(page, "was", "kennwort-per-mail").is(303);
        assertThat(administrator.get(sent.header("Location")).is(200).text())
                .contains("Der Link wird per E-Mail verschickt")
                .doesNotContain("/anmelden/kennwort/");
        MimeMessage mail = received("Neues Kennwort wählen – Landkreis Lüneburg");
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("vergesslich@landkreis.example");
        String link = link(mail);
        assertThat(link).startsWith(platform.url() + "/anmelden/kennwort/");
        choose(platform, link);
        received("Ihr Kennwort wurde geändert – Landkreis Lüneburg");

        String outbox = administrator.get("/admin/post").is(200).text();
        assertThat(outbox)
                .contains("Postausgang", "verschickt", "v…@landkreis.example", "identity.password-link")
                .doesNotContain("vergesslich@", "/anmelden/kennwort/", "Guten Tag");
        assertThat(platform.log()).noneMatch(line -> line.contains("vergesslich@") || line.contains(link));

        killWhileAMailIsOnItsWay(platform, administrator, page, port);
        platform.start();
        choose(platform, link(received("Neues Kennwort wählen – Landkreis Lüneburg")));
    }

    /** The server takes the call and says nothing; the platform dies; the server comes back. */
    private void killWhileAMailIsOnItsWay(Platform platform, Person administrator, String page, int port)
            throws IOException {
        server.stop();
        try (ServerSocket hanging = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
            administrator.post(page, "was", "kennwort-per-mail").is(303);
            hanging.setSoTimeout((int) PATIENCE.toMillis());
            hanging.accept();
            platform.kill();
        }
        start(port);
    }

    private void start(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("kreis@landkreis.example", "kreis", "geheim");
        server.start();
    }

    private static Settings withMailAt(int port) {
        String pid = "de.kreiswerk.core.mail.smtp/";
        return Settings.of("--no-demo")
                .with(Map.of(
                        "KREISWERK_SETTINGS",
                        String.join(
                                "\n",
                                pid + "host=127.0.0.1",
                                pid + "port=" + port,
                                pid + "security=NONE",
                                pid + "user=kreis",
                                pid + "password=geheim",
                                pid + "fromAddress=kreiswerk@landkreis.example",
                                pid + "fromName=Landkreis Lüneburg")));
    }

    private static void choose(Platform platform, String link) {
        platform.stranger()
                .post(URI.create(link).getPath(), Person.FORM, Person.form("neu", GOOD, "wiederholt", GOOD))
                .is(303);
        platform.stranger()
                .post("/anmelden", Person.FORM, Person.form("name", "vergesslich", "kennwort", GOOD))
                .is(303);
    }

    private MimeMessage received(String subject) {
        Eventually.holds(
                "a mail arrives: " + subject, PATIENCE, () -> !with(subject).isEmpty());
        assertThat(with(subject)).hasSize(1);
        return with(subject).get(0);
    }

    private List<MimeMessage> with(String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> subject.equals(subject(message)))
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String link(MimeMessage message) throws Exception {
        return ((String) message.getContent())
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
    }
}
