package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;

/**
 * The recovery codes, which are shown once.
 *
 * @param language the reader's language
 * @param done what was done just now
 * @param codes the codes
 * @param next where to go on
 */
public record RecoveryView(Locale language, Text done, List<String> codes, String next) {

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }
}
