package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/**
 * What every page of these shows.
 *
 * @param language the reader's language
 * @param token the token that forms send back; empty without a session
 * @param mayChange whether the reader may change something here; the service decides in each case
 * @param saved whether something was saved just now
 * @param error why nothing was changed, null when nothing went wrong
 */
public record PageBasics(Locale language, String token, boolean mayChange, boolean saved, String error) {

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }
}
