package de.kreiswerk.audit.log;

import de.kreiswerk.audit.log.checkpoint.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps the keys of persons. Lives in the environment or in a file, never in the database. */
public final class MasterKey {

    /** Holds the key, in Base64. */
    public static final String VARIABLE = "KREISWERK_MASTER_KEY";
    /** Names the file of the key. */
    public static final String FILE_VARIABLE = "KREISWERK_MASTER_KEY_FILE";

    private static final int BYTES = 32;

    private MasterKey() {}

    /**
     * Finds the key; makes one when there is none and nothing was ever encrypted.
     *
     * @param mayCreate false when wrapped keys exist: a new master key could not open them
     */
    static SecretKey find(Map<String, String> environment, Path data, boolean mayCreate) throws IOException {
        String inline = environment.get(VARIABLE);
        if (inline != null && !inline.isBlank()) {
            return parse(inline, VARIABLE);
        }
        Path file = file(environment, data);
        if (!Files.exists(file)) {
            if (!mayCreate) {
                throw new IOException("The master key is missing: " + file + ". Put the file back, or set " + VARIABLE
                        + ". Without it nothing personal can be recorded.");
            }
            create(file);
        }
        // Latin-1 reads any bytes: what is no key is then refused by name.
        return parse(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString());
    }

    /**
     * Where the key is, or would be if it were not in the environment.
     *
     * @param environment the variables
     * @param data the data directory
     * @return the file
     */
    public static Path file(Map<String, String> environment, Path data) {
        String named = environment.get(FILE_VARIABLE);
        return named == null || named.isBlank() ? data.resolve("keys").resolve("master.key") : Path.of(named);
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            WholeFile.create(file, Base64.getEncoder().encodeToString(key) + "\n");
        } catch (FileAlreadyExistsException e) {
            // Another node that shares it was first.
        }
    }

    private static SecretKey parse(String text, String source) throws IOException {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IllegalArgumentException e) {
            // Said below, without quoting the key.
        }
        throw new IOException("The master key in " + source + " must be 32 bytes in Base64");
    }
}
