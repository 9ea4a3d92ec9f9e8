package de.kreiswerk.runtime.testing;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody vouches for, made by the JDK's own tool, for one name of a host. */
public final class Certificate {

    /** Opens the file. */
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "test";

    private final KeyStore store;
    private final Path file;
    private final Path pem;

    public Certificate(Path folder, String host) throws Exception {
        file = folder.resolve(host + ".p12");
        pem = folder.resolve(host + ".pem");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host + (host.equals("localhost") ? ",ip:127.0.0.1" : ""),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("keytool.log")));
        }
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(store.getCertificate(ALIAS).getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** With its key, as PKCS#12. */
    public Path file() {
        return file;
    }

    /** Without its key, as PEM. */
    public Path pem() {
        return pem;
    }

    /** Shows it, and trusts some. */
    public SSLContext server(Certificate... trusted) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.length == 0 ? null : trust(trusted), null);
        return context;
    }

    /** Trusts it, and shows nothing. */
    public SSLContext client() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust(this), null);
        return context;
    }

    private static TrustManager[] trust(Certificate... trusted) throws Exception {
        KeyStore others = KeyStore.getInstance("PKCS12");
        others.load(null, null);
        for (Certificate each : trusted) {
            others.setCertificateEntry(each.file.toString(), each.store.getCertificate(ALIAS));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(others);
        return trust.getTrustManagers();
    }
}
