package de.kreiswerk.proposals.service;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes ids: UUIDs of version 7 (RFC 9562 section 5.7). They grow with time, so a list in the order of ids is in the order
 * of arrival, and new rows come to the end of an index.
 */
final class Ids {

    private final SecureRandom random = new SecureRandom();

    String next(long epochMillis) {
        long high = (epochMillis << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
