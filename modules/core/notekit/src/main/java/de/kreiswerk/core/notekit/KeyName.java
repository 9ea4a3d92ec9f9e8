package de.kreiswerk.core.notekit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What the name of a key may be, and the hash that stands beside it. */
final class KeyName {

    /** The algorithm byte of Ed25519. */
    static final byte ED25519 = 1;

    /** Bytes of an Ed25519 public key, and of a seed. */
    static final int KEY_BYTES = 32;

    static final int HASH_BYTES = 4;

    private static final int LONGEST = 200;

    private KeyName() {}

    /** The specification forbids white space and plus; control characters would steer a terminal. */
    static String checked(String name) throws BadKey {
        boolean fits = !name.isEmpty()
                && name.length() <= LONGEST
                && name.codePoints()
                        .noneMatch(each -> each == '+'
                                || Character.isWhitespace(each)
                                || Character.isSpaceChar(each)
                                || Character.isISOControl(each)
                                || Character.getType(each) == Character.FORMAT
                                || Character.getType(each) == Character.SURROGATE);
        if (!fits) {
            throw new BadKey(
                    "Der Name eines Schlüssels hat 1 bis 200 Zeichen, keine Leerzeichen und kein Plus.",
                    "A key's name has 1 to 200 characters, no white space and no plus.");
        }
        return name;
    }

    /** The first four bytes of SHA-256 over name, line feed, algorithm and public key. */
    static byte[] hash(String name, byte[] publicKey) {
        MessageDigest digest = sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        digest.update(publicKey);
        return Arrays.copyOf(digest.digest(), HASH_BYTES);
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
