package de.kreiswerk.proposals.api;

import de.kreiswerk.core.api.text.Text;

/**
 * Something in a text that its author should look at.
 *
 * @param severity how bad it is
 * @param code a lasting short name in kebab case, such as {@code budget-product-missing}
 * @param line the line of the text, from 1; 0 when the whole text is meant
 * @param message what was found and what to do
 */
public record Finding(Severity severity, String code, int line, Text message) {

    /** How bad a finding is. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** Should be mended before the paper goes out. */
        WARNING,
        /** Something stated cannot be right. */
        ERROR
    }
}
