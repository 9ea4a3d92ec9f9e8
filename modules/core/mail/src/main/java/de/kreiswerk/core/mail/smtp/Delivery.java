package de.kreiswerk.core.mail.smtp;

import java.time.Instant;

/**
 * A mail on its way.
 *
 * @param id names it, so that a mail that comes twice is recognised
 * @param to the address
 * @param subject one line
 * @param text plain text
 * @param created when it was written
 */
public record Delivery(String id, String to, String subject, String text, Instant created) {

    /** Free of what it holds. */
    @Override
    public String toString() {
        return "Delivery[" + id + "]";
    }
}
