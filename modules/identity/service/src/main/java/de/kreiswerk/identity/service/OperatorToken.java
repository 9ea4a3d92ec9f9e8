package de.kreiswerk.identity.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The operator's token: made at the first start, kept in a file that only the operator's account can read. In memory there
 * is its hash only.
 */
@Component(service = OperatorToken.class)
public final class OperatorToken {

    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST = 4_096;
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{" + RANDOM_BYTES + "," + LONGEST + "}");

    private final byte[] hash;
    private final String subject;

    /**
     * Reads it, or makes it.
     *
     * @param context where the data directory is
     * @throws IOException when the file cannot be read or made, or holds no token
     */
    @Activate
    public OperatorToken(BundleContext context) throws IOException {
        this(read(Path.of(context.getProperty("kreiswerk.data")).resolve("operator.token")));
    }

    private OperatorToken(String token) {
        this.hash = sha256(token);
        // Random like the token, lasting like the token, and of no use to find the token.
        this.subject = "op-" + HexFormat.of().formatHex(sha256("subject of " + token), 0, 16);
    }

    static OperatorToken readOrCreate(Path file) throws IOException {
        return new OperatorToken(read(file));
    }

    private static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        String token = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new IOException(file + " holds no token: one line of " + RANDOM_BYTES + " to " + LONGEST
                    + " ASCII characters. Delete it; the next start makes a new one.");
        }
        return token;
    }

    /** Takes the same time for every token. */
    boolean matches(String token) {
        return token.length() <= LONGEST && MessageDigest.isEqual(hash, sha256(token));
    }

    /** As the table of tokens keeps it. */
    String hash() {
        return HexFormat.of().formatHex(hash);
    }

    String subject() {
        return subject;
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String token = "kw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) {
            Files.createFile(file);
        }
        Files.writeString(file, token + "\n", StandardOpenOption.SYNC);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
