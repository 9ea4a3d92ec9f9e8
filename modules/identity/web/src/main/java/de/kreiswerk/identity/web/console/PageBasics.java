package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormTexts;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.http.HttpServletRequest;
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
 * @param errors why nothing was changed
 */
public record PageBasics(Locale language, String token, boolean mayChange, boolean saved, FormErrors errors) {

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

    /** Whether what was sent was refused. */
    public boolean refused() {
        return errors.any();
    }

    /** A field of the form: with what was typed while that is refused, else with what is kept, which may be null. */
    Field field(HttpServletRequest request, boolean typed, String id, Object kept) {
        String holds = kept == null ? "" : kept.toString();
        String value = typed ? Forms.text(request, id) : holds;
        boolean differs = errors.conflict() && typed && !value.equals(holds);
        return new Field(id, value, errors.at(id), differs ? now(holds) : null);
    }

    /** A field of the form in which things are chosen: what is chosen comes to stand in it by the options. */
    Field choice(String id, boolean differs, String holds) {
        return new Field(id, "", errors.at(id), errors.conflict() && differs ? now(holds) : null);
    }

    private String now(String holds) {
        return in(FormTexts.NOW) + " " + (holds.isEmpty() ? in(FormTexts.EMPTY) : holds);
    }
}
