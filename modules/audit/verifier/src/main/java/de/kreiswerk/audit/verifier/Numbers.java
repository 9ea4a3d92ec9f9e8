package de.kreiswerk.audit.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which numbers the records of a package have, as they go by in ascending order. */
final class Numbers {

    private final MessageDigest digest;
    private long first;
    private long last;
    private long count;

    Numbers() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    void add(long number) {
        first = count == 0 ? number : first;
        last = number;
        count++;
        digest.update((number + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long count() {
        return count;
    }

    /** How many numbers between the first and the last have no record. */
    long missing() {
        return last - first + 1 - count;
    }

    /** Of all of them, each with a line feed. To be asked for once. */
    byte[] hash() {
        return digest.digest();
    }
}
