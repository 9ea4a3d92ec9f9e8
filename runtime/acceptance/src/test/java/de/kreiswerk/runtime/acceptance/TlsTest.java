package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The platform speaks TLS by itself, with files that somebody renews while it runs. */
@Execution(ExecutionMode.CONCURRENT)
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path files;

    @OnOneDatabase
    void itSpeaksTlsAndTakesOverRenewedFilesWhileItRuns(Starter starter) throws Exception {
        make("first");
        make("second");
        use("first");
        String pid = "de.kreiswerk.core.web.tls/";
        Platform platform = starter.start(Settings.of("--no-demo")
                .with(Map.of(
                        "KREISWERK_PUBLIC_URL",
                        "https://localhost",
                        "KREISWERK_SETTINGS",
                        pid + "port=0\n" + pid + "certificate=" + files.resolve("used.pem") + "\n" + pid + "key="
                                + files.resolve("used.key")
                                + "\nde.kreiswerk.core.web.security/contact=cert@landkreis.example")));
        int port = Integer.parseInt(
                platform.logged("TLS is served on port").orElseThrow().replaceFirst(".*port (\\d+).*", "$1"));

        Exchange start = get(port, "/", "TLSv1.3");
        assertThat(start.lines().get(0)).contains("200");
        assertThat(start.lines()).anyMatch(line -> line.startsWith("Strict-Transport-Security: max-age=31536000"));
        assertThat(get(port, "/anmelden", "TLSv1.2").lines().get(0)).contains("200");
        String password =
                Files.readString(platform.data().resolve("admin.password")).strip();
        assertThat(post(port, "/anmelden", "name=admin&kennwort=" + password).lines())
                .anyMatch(
                        line -> line.startsWith("Set-Cookie: __Host-kreiswerk-session=") && line.contains("; Secure"));
        assertThatThrownBy(() -> get(port, "/", "TLSv1.1")).isInstanceOf(IOException.class);
        assertThat(platform.stranger().get("/").is(200).header("Strict-Transport-Security"))
                .isEmpty();

        assertWhoFindsAHoleLearnsWhomToTell(platform);

        use("second");
        Eventually.holds(
                "the renewed certificate is shown",
                Duration.ofSeconds(60),
                () -> !serial(port).equals(start.certificate().getSerialNumber().toString()));

        // Half a renewal changes nothing.
        String second = serial(port);
        Files.writeString(files.resolve("used.key"), "nonsense");
        Eventually.holds(
                "it is told",
                Duration.ofSeconds(60),
                () -> platform.logged("TLS goes on with the certificate").isPresent());
        assertThat(serial(port)).isEqualTo(second);
        use("first");
        Eventually.holds(
                "it goes on", Duration.ofSeconds(60), () -> !serial(port).equals(second));
    }

    /** RFC 9116. */
    private static void assertWhoFindsAHoleLearnsWhomToTell(Platform platform) {
        Reply stated = platform.stranger().get("/.well-known/security.txt").is(200);
        assertThat(stated.header("Content-Type")).startsWith("text/plain");
        assertThat(stated.text())
                .startsWith("Contact: mailto:cert@landkreis.example\nExpires: 20")
                .contains("Preferred-Languages: de, en");
    }

    private record Exchange(List<String> lines, X509Certificate certificate) {}

    private static String serial(int port) {
        try {
            return get(port, "/health/live", "TLSv1.3")
                    .certificate()
                    .getSerialNumber()
                    .toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Exchange get(int port, String path, String protocol) throws Exception {
        return exchange(port, protocol, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private static Exchange post(int port, String path, String form) throws Exception {
        return exchange(
                port,
                "TLSv1.3",
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type:"
                        + " application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n" + form);
    }

    private static Exchange exchange(int port, String protocol, String request) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            socket.setEnabledProtocols(new String[] {protocol});
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            List<String> lines = new ArrayList<>();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
            return new Exchange(lines, (X509Certificate) socket.getSession().getPeerCertificates()[0]);
        }
    }

    private void use(String name) throws IOException {
        for (String kind : List.of(".key", ".pem")) {
            Files.copy(files.resolve(name + kind), files.resolve("used" + kind), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void make(String name) throws Exception {
        Path store = files.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "x",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        loaded.load(Files.newInputStream(store), PASSWORD.toCharArray());
        Files.writeString(
                files.resolve(name + ".key"),
                pem("PRIVATE KEY", loaded.getKey("x", PASSWORD.toCharArray()).getEncoded()));
        Files.writeString(
                files.resolve(name + ".pem"),
                pem("CERTIFICATE", loaded.getCertificate("x").getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }

    /** The certificate is the test's own. */
    private static final class Everybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Whoever it is.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Whoever it is.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
