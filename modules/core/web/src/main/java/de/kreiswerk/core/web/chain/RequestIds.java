package de.kreiswerk.core.web.chain;

import java.util.concurrent.ThreadLocalRandom;

/** Ids that tell requests apart in logs, errors and the trail. Always our own: a foreign one could forge a trace. */
final class RequestIds {

    /** Without letters and digits that look alike, so that an id can be read out on the telephone. */
    private static final char[] ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz".toCharArray();

    private static final int LENGTH = 16;

    String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET[random.nextInt(ALPHABET.length)];
        }
        return new String(id);
    }
}
