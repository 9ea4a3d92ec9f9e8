package de.kreiswerk.identity.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets and their hashes. */
final class Secrets {

    private static final int SESSION_BYTES = 32;
    /** Without characters that look alike: a password may be read out on the telephone. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    /** 256 bits. */
    String session() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key(SESSION_BYTES));
    }

    byte[] key(int bytes) {
        byte[] key = new byte[bytes];
        random.nextBytes(key);
        return key;
    }

    /** Five groups of four, 99 bits. */
    String password() {
        return groups(GROUPS);
    }

    /** Four groups of four, 79 bits. */
    String recoveryCode() {
        return groups(GROUPS - 1);
    }

    private String groups(int groups) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Enough for a random secret, which nobody can try out. */
    static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
