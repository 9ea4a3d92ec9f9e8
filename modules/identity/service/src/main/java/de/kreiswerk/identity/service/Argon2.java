package de.kreiswerk.identity.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords by Argon2id (RFC 9106, BSI TR-02102-1), written as {@code $argon2id$v=19$m=..,t=..,p=..$salt$hash}: a hash
 * states what it was made with, so that other parameters can come later.
 */
class Argon2 {

    /** What a hash works in. */
    static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{1,100})\\$([A-Za-z0-9+/]{1,100})");

    private final SecureRandom random = new SecureRandom();
    private final int memoryKib;

    /**
     * The 19 MiB that a hash works in, in 19,456 pieces. Made anew for each hash, they are what the garbage collector copies while
     * many sign in, and everybody who reads waits for it. They go with the thread.
     */
    private final ThreadLocal<BlockPool> blocks =
            ThreadLocal.withInitial(() -> new FixedBlockPool(Argon2BytesGenerator.getBlockCount(MEMORY_KIB, 1)));

    Argon2() {
        this(MEMORY_KIB);
    }

    /**
     * Makes hashes that cost less, for tests of anything else.
     *
     * @param memoryKib what a hash works in, in KiB
     */
    Argon2(int memoryKib) {
        this.memoryKib = memoryKib;
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = hash(password, salt, memoryKib, PASSES, 1, HASH_BYTES);
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + PASSES + ",p=1$" + text(salt) + "$" + text(hash);
    }

    /** False for a hash that cannot be read, too. */
    boolean matches(String password, String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] hash = hash(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(hash, expected);
    }

    /** A hash that no password has, to be compared with where there is no account: that takes as long. */
    String dummy() {
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + PASSES + ",p=1$" + text(new byte[SALT_BYTES]) + "$"
                + text(new byte[HASH_BYTES]);
    }

    private byte[] hash(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withBlockPool(blocks.get())
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        // Keyboards write the same letter in several ways.
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
        generator.generateBytes(plain.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
