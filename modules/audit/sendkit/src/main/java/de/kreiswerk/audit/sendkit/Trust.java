package de.kreiswerk.audit.sendkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom we believe, and who we are. The files are read for each connection: a certificate that was renewed counts without a restart.
 *
 * @param authorities a PEM file with the certificates that vouch for the server; empty for those that the JDK knows
 * @param identity a PKCS#12 file with our certificate and its key; empty for none
 * @param password opens it
 */
public record Trust(String authorities, String identity, String password) {

    /** The JDK's authorities, and no certificate of our own. */
    public static final Trust OF_JDK = new Trust("", "", "");

    SSLSocketFactory sockets() throws SendingFailed {
        try {
            KeyManager[] own = identity.isBlank() ? null : own();
            TrustManager[] trusted = authorities.isBlank() ? null : trusted();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trusted, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new SendingFailed(
                    "TLS lässt sich mit diesen Zertifikaten nicht einrichten. Java meldet: " + e.getMessage(),
                    "TLS cannot be set up: " + e.getMessage());
        }
    }

    private TrustManager[] trusted() throws SendingFailed, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(Path.of(authorities.strip()))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new SendingFailed(
                        "In der Datei " + authorities + " steht kein Zertifikat. Tragen Sie die PEM-Datei der"
                                + " Zertifizierungsstelle ein",
                        "There is no certificate in the file " + authorities);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException | InvalidPathException | GeneralSecurityException e) {
            throw new SendingFailed(
                    "Die Zertifikate in der Datei " + authorities
                            + " lassen sich nicht lesen. Prüfen Sie Pfad, Rechte und" + " Format (PEM)",
                    "The certificates in the file " + authorities + " cannot be read");
        }
    }

    private KeyManager[] own() throws SendingFailed, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(Path.of(identity.strip()))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password.toCharArray());
            return factory.getKeyManagers();
        } catch (IOException | InvalidPathException | GeneralSecurityException e) {
            throw new SendingFailed(
                    "Das eigene Zertifikat in der Datei " + identity + " lässt sich nicht lesen: Dort ist keine"
                            + " PKCS#12-Datei, oder ihr Kennwort ist ein anderes",
                    "Our certificate in the file " + identity
                            + " cannot be read: there is no PKCS#12 file, or its password is another one");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Trust[" + authorities + " " + identity + "]";
    }
}
