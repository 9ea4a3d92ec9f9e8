package de.kreiswerk.core.web.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that TLS needs, and what is in them. */
final class KeyMaterial {

    private static final int LARGEST = 1024 * 1024;
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final String ALIAS = "kreiswerk";

    private final Path certificate;
    private final Path key;
    private final Path keystore;
    private final char[] password;

    KeyMaterial(Path data, TlsConfig config) {
        this.certificate = path(data, config.certificate());
        this.key = path(data, config.key());
        this.keystore = path(data, config.keystore());
        this.password = config.keystorePassword().toCharArray();
    }

    /**
     * What the files hold.
     *
     * @param store with one key
     * @param password of the store and the key
     * @param leaf the certificate that is shown to everybody
     * @param fingerprint of the files as they were read
     */
    record Loaded(KeyStore store, String password, X509Certificate leaf, String fingerprint) {

        @Override
        public String toString() {
            return "Loaded[" + leaf.getSubjectX500Principal() + "]";
        }
    }

    private static Path path(Path data, String stated) {
        return stated.isBlank() ? null : data.resolve(stated.strip());
    }

    /** By content: dates and links are changed by those who renew certificates, or are not. */
    String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files()) {
                digest.update(read(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private List<Path> files() throws IOException {
        if (keystore != null) {
            return List.of(keystore);
        }
        if (certificate == null || key == null) {
            throw new UnusableFiles(
                    "In den Einstellungen fehlen Zertifikat und Schlüssel, oder ein Schlüsselspeicher. Tragen Sie sie ein",
                    "certificate and key, or a keystore, have to be stated");
        }
        return List.of(certificate, key);
    }

    /** Reads the files anew. The message of what it throws says what is wrong with which file. */
    Loaded load() throws IOException {
        String before = fingerprint();
        Loaded loaded = keystore == null ? ofPem(before) : ofStore(before);
        if (!fingerprint().equals(before)) {
            throw new UnusableFiles(
                    "Die Dateien werden gerade geändert. In ein paar Sekunden werden sie noch einmal gelesen",
                    "the files are just being changed");
        }
        return loaded;
    }

    private Loaded ofPem(String fingerprint) throws IOException {
        List<X509Certificate> chain = certificates();
        PrivateKey secret = privateKey(chain.get(0).getPublicKey().getAlgorithm());
        return stored(secret, chain, fingerprint);
    }

    private List<X509Certificate> certificates() throws IOException {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate each : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(read(certificate)))) {
                chain.add((X509Certificate) each);
            }
            if (chain.isEmpty()) {
                throw new UnusableFiles(
                        "In " + certificate
                                + " steht kein Zertifikat. Legen Sie dort die PEM-Datei mit der ganzen Kette ab",
                        certificate + " holds no certificate");
            }
            return chain;
        } catch (GeneralSecurityException e) {
            throw new UnusableFiles(
                    "Das Zertifikat in " + certificate + " lässt sich nicht lesen. Legen Sie dort die PEM-Datei mit der"
                            + " ganzen Kette ab",
                    certificate + " holds no certificate that can be read",
                    e);
        }
    }

    private PrivateKey privateKey(String algorithm) throws IOException {
        Matcher pem = KEY.matcher(new String(read(key), StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new UnusableFiles(
                    "In " + key + " steht kein PRIVATE KEY ohne Kennwort. „openssl pkcs8 -topk8 -nocrypt“ macht einen",
                    key + " holds no PRIVATE KEY without password; openssl pkcs8 -topk8 -nocrypt makes one");
        }
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1))));
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            throw new UnusableFiles(
                    "Der Schlüssel in " + key + " ist von anderer Art als der des Zertifikats. Legen Sie den dazu ab",
                    key + " is not the kind of key that the certificate has");
        } catch (GeneralSecurityException e) {
            throw new UnusableFiles(
                    "Das Zertifikat in " + certificate + " hat einen Schlüssel unbekannter Art: " + algorithm
                            + ". Verwenden Sie eines mit RSA oder EC",
                    certificate + " has a kind of key that is not known: " + algorithm);
        }
    }

    private Loaded ofStore(String fingerprint) throws IOException {
        try {
            KeyStore given = opened();
            for (String alias : Collections.list(given.aliases())) {
                if (given.isKeyEntry(alias)) {
                    List<X509Certificate> chain = new ArrayList<>();
                    for (Certificate each : given.getCertificateChain(alias)) {
                        chain.add((X509Certificate) each);
                    }
                    return stored((PrivateKey) given.getKey(alias, password), chain, fingerprint);
                }
            }
            throw new UnusableFiles(
                    "Im Schlüsselspeicher " + keystore
                            + " ist kein Schlüssel. Legen Sie einen mit Zertifikat und Schlüssel ab",
                    keystore + " holds no key");
        } catch (GeneralSecurityException e) {
            throw new UnusableFiles(
                    "Der Schlüsselspeicher " + keystore + " lässt sich nicht lesen. Legen Sie ihn neu ab",
                    keystore + " cannot be read",
                    e);
        }
    }

    private KeyStore opened() throws IOException, GeneralSecurityException {
        byte[] bytes = read(keystore);
        KeyStore given = KeyStore.getInstance("PKCS12");
        try {
            given.load(new ByteArrayInputStream(bytes), password);
        } catch (IOException e) {
            throw new UnusableFiles(
                    keystore
                            + " ist kein PKCS#12-Schlüsselspeicher, oder sein Kennwort ist ein anderes. Prüfen Sie beides",
                    keystore + " is no PKCS#12 store, or its password is another one",
                    e);
        }
        return given;
    }

    private Loaded stored(PrivateKey secret, List<X509Certificate> chain, String fingerprint) throws IOException {
        try {
            // In memory only; a store wants a password all the same.
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, secret, fingerprint.toCharArray(), chain.toArray(Certificate[]::new));
            mustBelongTogether(secret, chain.get(0));
            return new Loaded(store, fingerprint, chain.get(0), fingerprint);
        } catch (GeneralSecurityException e) {
            throw new UnusableFiles(
                    "Schlüssel und Zertifikat lassen sich nicht verwenden. Legen Sie beide neu ab",
                    "key and certificate cannot be used",
                    e);
        }
    }

    private static void mustBelongTogether(PrivateKey secret, X509Certificate leaf)
            throws GeneralSecurityException, IOException {
        String algorithm = switch (secret.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default ->
                throw new UnusableFiles(
                        "Der Schlüssel ist weder RSA noch EC. Verwenden Sie ein Zertifikat mit einem davon",
                        "the key is neither RSA nor EC");
        };
        java.security.Signature signature = java.security.Signature.getInstance(algorithm);
        byte[] anything = {1};
        signature.initSign(secret);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(leaf.getPublicKey());
        signature.update(anything);
        if (!signature.verify(signed)) {
            throw new UnusableFiles(
                    "Der Schlüssel gehört nicht zum Zertifikat. Legen Sie beide so ab, wie sie zusammen ausgestellt wurden",
                    "the key does not belong to the certificate");
        }
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new UnusableFiles(
                    "Die Datei " + file
                            + " ist nicht da oder zu groß. Legen Sie sie dort ab, oder ändern Sie den Pfad in den"
                            + " Einstellungen",
                    file + " is not there, or too large");
        }
        return Files.readAllBytes(file);
    }
}
