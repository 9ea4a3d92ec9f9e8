package de.kreiswerk.core.web.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.web.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What TLS needs is read from the files that offices have, and what cannot be used is said. */
class KeyMaterialTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path data;

    @BeforeAll
    static void makeFiles() throws Exception {
        for (String algorithm : new String[] {"RSA", "EC"}) {
            make(algorithm, algorithm.toLowerCase(java.util.Locale.ROOT));
        }
        make("RSA", "other");
    }

    private static void make(String algorithm, String name) throws Exception {
        make(data, algorithm, name);
    }

    static void make(Path data, String algorithm, String name) throws Exception {
        Path store = data.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-keyalg",
                        algorithm,
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
        assertThat(keytool.exitValue()).isZero();
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        loaded.load(Files.newInputStream(store), PASSWORD.toCharArray());
        Files.writeString(
                data.resolve(name + ".key"),
                pem("PRIVATE KEY", loaded.getKey("x", PASSWORD.toCharArray()).getEncoded()));
        Files.writeString(
                data.resolve(name + ".pem"),
                pem("CERTIFICATE", loaded.getCertificate("x").getEncoded()));
    }

    static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void certificateAndKeyAreReadFromPemFilesOrFromAStore(String name) throws Exception {
        KeyMaterial.Loaded pem = pem(name, name).load();
        KeyMaterial.Loaded store = store(name + ".p12", PASSWORD).load();

        assertThat(pem.leaf()).isEqualTo(store.leaf());
        assertThat(pem.store().size()).isEqualTo(1);
        assertThat(pem.fingerprint()).isNotEqualTo(store.fingerprint());
    }

    @Test
    void changedFilesHaveAnotherFingerprint() throws Exception {
        KeyMaterial material = pem("rsa", "rsa");
        String before = material.fingerprint();
        assertThat(material.fingerprint()).isEqualTo(before);
        assertThat(pem("other", "rsa").fingerprint()).isNotEqualTo(before);
    }

    @Test
    void whatCannotBeUsedIsSaid() throws Exception {
        Files.writeString(data.resolve("encrypted.key"), pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
        Files.writeString(data.resolve("nonsense.pem"), "nonsense");

        isRefused(pem("rsa", "other"), "does not belong");
        isRefused(pem("rsa", "ec"), "kind of key");
        isRefused(pem("gone", "rsa"), "gone.pem");
        isRefused(pem("nonsense", "rsa"), "nonsense.pem");
        isRefused(pem("rsa", "encrypted"), "openssl pkcs8");
        isRefused(store("rsa.p12", "wrong"), "rsa.p12");
        isRefused(new KeyMaterial(data, Settings.of(TlsConfig.class, Map.of("certificate", "rsa.pem"))), "stated");
    }

    private static void isRefused(KeyMaterial material, String words) {
        assertThatThrownBy(material::load)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(PASSWORD);
    }

    private static KeyMaterial pem(String certificate, String key) {
        return new KeyMaterial(
                data, Settings.of(TlsConfig.class, Map.of("certificate", certificate + ".pem", "key", key + ".key")));
    }

    private static KeyMaterial store(String file, String password) {
        return new KeyMaterial(
                data, Settings.of(TlsConfig.class, Map.of("keystore", file, "keystorePassword", password)));
    }
}
