package de.kreiswerk.identity.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's token: made at the first start, kept in a file that only the operator's account can read. In memory there
 * is its hash only.
 */
@Component(service = OperatorToken.class)
public final class OperatorToken {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorToken.class);
    private static final int RANDOM_BYTES = 32;
    private static final int LONGEST = 4_096;
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{" + RANDOM_BYTES + "," + LONGEST + "}");
    /** What RFC 6750 allows in a bearer token: of any other the command line and proxies say that it is none. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

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
        } else if (Files.size(file) == 0) {
            // Earlier versions made the file before they had its content.
            LOG.warn("{} is empty, as a start leaves it that was cut off; a new token is made", file);
            create(file);
        }
        String token = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new IOException(file + " holds no token: one line of " + RANDOM_BYTES + " to " + LONGEST
                    + " ASCII characters. Delete it; the next start makes a new one.");
        }
        if (!BEARER.matcher(token).matches()) {
            // Whoever uses it otherwise is not locked out.
            LOG.warn(
                    "The token in {} has characters that a bearer token may not have (RFC 6750): it holds, but the command line"
                            + " cannot use it. Use A-Z a-z 0-9 . _ ~ + / - only, at the end also =",
                    file);
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

    /** Whoever is killed in between, or finds the disk full, leaves no half of it: the next start would refuse that. */
    private static void create(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String token = "kw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // Readable by its owner only, wherever that can be said.
        Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            Files.writeString(part, token + "\n", StandardOpenOption.SYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
