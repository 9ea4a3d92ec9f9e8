package de.kreiswerk.core.web.tls;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.web.Settings;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The door opens once its files can be used, and somebody hears of it while they cannot. */
class TlsConnectorTest {

    @TempDir
    Path data;

    private final Server server = new Server();

    @BeforeEach
    void startServer() throws Exception {
        server.start();
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    @Test
    void filesThatComeLaterOpenItWithoutARestart() throws Exception {
        TlsConnector tls = tls(0);
        ServerConnector door = start(tls);
        assertThat(door.isOpen()).isFalse();
        assertThat(check(tls, Instant.now()).getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(tls.trouble())
                .hasValueSatisfying(why -> assertThat(why.english()).contains("used.pem is not there"));
        assertThat(Findings.words(check(tls, Instant.now())).german())
                .contains("TLS wird noch nicht angeboten", "used.pem ist nicht da", "Legen Sie")
                .doesNotContain("is not");

        tls.look();
        assertThat(door.isOpen()).isFalse();

        use("first");
        tls.look();

        assertThat(door.isOpen()).isTrue();
        assertThat(door.getLocalPort()).isPositive();
        assertThat(tls.trouble()).isEmpty();
        assertThat(check(tls, Instant.now()).isOk()).isTrue();
        tls.close();
    }

    @Test
    void aPortThatIsTakenIsTriedAgain() throws Exception {
        ServerSocket taken = new ServerSocket(0);
        TlsConnector tls = tls(taken.getLocalPort());
        ServerConnector door = start(tls);
        use("first");

        tls.look();
        assertThat(door.isOpen()).isFalse();
        assertThat(tls.trouble())
                .hasValueSatisfying(why -> assertThat(why.german()).contains("Der Port lässt sich nicht öffnen"));
        taken.close();
        tls.look();

        assertThat(door.getLocalPort()).isEqualTo(taken.getLocalPort());
        tls.close();
    }

    @Test
    void aPortThatIsTakenWhenTheServerStartsIsTriedAgain() throws Exception {
        ServerSocket taken = new ServerSocket(0);
        use("first");
        TlsConnector tls = tls(taken.getLocalPort());
        // Felix lets go of one that does not start.
        ServerConnector door = start(tls);

        tls.look();
        assertThat(door.isOpen()).isFalse();
        assertThat(tls.trouble())
                .hasValueSatisfying(why -> assertThat(why.german()).contains("Der Port lässt sich nicht öffnen"));
        taken.close();
        tls.look();

        assertThat(door.getLocalPort()).isEqualTo(taken.getLocalPort());
        assertThat(tls.trouble()).isEmpty();
        tls.close();
    }

    @Test
    void halfARenewalIsToldAndTheCertificateOfBeforeStays() throws Exception {
        use("first");
        TlsConnector tls = tls(0);
        ServerConnector door = start(tls);
        assertThat(door.isOpen()).isTrue();
        Instant end = tls.validUntil();

        Files.writeString(data.resolve("used.key"), "nonsense");
        tls.look();

        assertThat(door.isOpen()).isTrue();
        assertThat(tls.validUntil()).isEqualTo(end);
        assertThat(check(tls, Instant.now()).getStatus()).isEqualTo(Result.Status.WARN);
        use("first");
        tls.look();
        assertThat(check(tls, Instant.now()).isOk()).isTrue();
        tls.close();
    }

    @Test
    void twoWeeksBeforeItsEndSomebodyHearsOfIt() throws Exception {
        use("first");
        TlsConnector tls = tls(0);
        start(tls);
        Instant end = tls.validUntil();

        assertThat(check(tls, end.minus(Duration.ofDays(15))).isOk()).isTrue();
        assertThat(check(tls, end.minus(Duration.ofDays(13))).getStatus()).isEqualTo(Result.Status.WARN);
        tls.close();
    }

    @Test
    void whoWantsNoneIsToldNothing() throws Exception {
        TlsConnector tls = tls(-1);
        ServerConnector door = start(tls);

        assertThat(door.isOpen()).isFalse();
        assertThat(check(tls, Instant.now()).isOk()).isTrue();
        tls.close();
    }

    private ServerConnector start(TlsConnector tls) throws Exception {
        ServerConnector door = (ServerConnector) tls.createConnector(server);
        server.addConnector(door);
        door.start();
        return door;
    }

    private static Result check(TlsConnector tls, Instant now) {
        return new TlsCheck(tls, Clock.fixed(now, ZoneOffset.UTC)).execute();
    }

    private TlsConnector tls(int port) {
        BundleContext context = (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> data.toString());
        return new TlsConnector(
                context,
                Settings.of(
                        TlsConfig.class,
                        Map.of("port", port, "host", "127.0.0.1", "certificate", "used.pem", "key", "used.key")));
    }

    private void use(String name) throws Exception {
        if (!Files.exists(data.resolve(name + ".pem"))) {
            KeyMaterialTest.make(data, "EC", name);
        }
        for (String kind : new String[] {".pem", ".key"}) {
            Files.copy(
                    data.resolve(name + kind),
                    data.resolve("used" + kind),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
