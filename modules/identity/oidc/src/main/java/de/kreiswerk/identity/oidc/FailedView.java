package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/**
 * What the page shows after a sign-in that failed.
 *
 * @param language the reader's language
 * @param why what happened and what to do
 * @param provider what people call the provider
 * @param again where to begin again
 */
public record FailedView(Locale language, Text why, Text provider, String again) {

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }
}
