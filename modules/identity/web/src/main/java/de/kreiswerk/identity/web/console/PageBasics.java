package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What every page of these shows.
 *
 * @param language the reader's language
 * @param token the token that forms send back; empty without a session
 * @param mayChange whether the reader may change something here; the service decides in each case
 * @param saved whether something was saved just now
 * @param error why nothing was changed, null when nothing went wrong
 * @param code the problem's code, null when nothing went wrong
 */
public record PageBasics(Locale language, String token, boolean mayChange, boolean saved, String error, String code) {

    static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** A time as the county's clocks show it. */
    public String moment(Instant time) {
        String pattern = "en".equals(language.getLanguage()) ? "d MMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(COUNTY));
    }

    /** Whether it was this that went wrong. */
    public boolean isWrong(String wrong) {
        return wrong.equals(code);
    }
}
