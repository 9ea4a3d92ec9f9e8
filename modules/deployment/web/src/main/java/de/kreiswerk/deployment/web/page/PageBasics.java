package de.kreiswerk.deployment.web.page;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.FormErrors;
import de.kreiswerk.core.formkit.FormTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What every page of these shows.
 *
 * @param language the reader's language
 * @param token the token that forms send back; empty without a session
 * @param done what was done just now, null when nothing was
 * @param errors why nothing was changed
 */
public record PageBasics(Locale language, String token, Text done, FormErrors errors) {

    /** The clocks of the county. */
    public static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");

    private static final long KIBIBYTE = 1024;
    private static final long MILLIS = 1000;

    /** Of a page that is read. */
    public static PageBasics of(Visit visit, Text done) {
        return new PageBasics(visit.language(), visit.token(), done, FormErrors.NONE);
    }

    /** Of a page that tells why nothing was changed. */
    public static PageBasics of(Visit visit, FormErrors errors) {
        return new PageBasics(visit.language(), visit.token(), null, errors);
    }

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }

    /** A time as the county's clocks show it. */
    public String moment(Instant time) {
        String pattern = isEnglish() ? "d MMM yyyy, HH:mm:ss" : "dd.MM.yyyy, HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, language).format(time.atZone(COUNTY));
    }

    /** How long something took. */
    public String duration(Duration time) {
        return time.toMillis() < MILLIS ? time.toMillis() + " ms" : seconds(time.toMillis() / (double) MILLIS) + " s";
    }

    private String seconds(double seconds) {
        return String.format(language, "%.1f", seconds);
    }

    /** How many of something there are. */
    public String number(long count) {
        return String.format(language, "%,d", count);
    }

    /** How large something is. */
    public String size(long bytes) {
        if (bytes < KIBIBYTE * KIBIBYTE) {
            return Math.max(1, (bytes + KIBIBYTE - 1) / KIBIBYTE) + " KiB";
        }
        return String.format(language, "%.1f MiB", bytes / (double) (KIBIBYTE * KIBIBYTE));
    }

    private boolean isEnglish() {
        return "en".equals(language.getLanguage());
    }

    /** A field of the form: with what was typed while that is refused, else with what is kept, which may be null. */
    public Field field(Visit visit, String id, Object kept) {
        String holds = kept == null ? "" : kept.toString();
        // A text with lines comes back with other ends of lines.
        String value = errors.any() ? visit.text(id).replace("\r\n", "\n") : holds;
        boolean differs = errors.conflict() && !value.equals(holds);
        return new Field(id, value, errors.at(id), differs ? now(holds) : null);
    }

    /** A field of the form in which things are chosen: what is chosen comes to stand in it by the options. */
    public Field choice(String id, boolean differs, String holds) {
        return new Field(id, "", errors.at(id), errors.conflict() && differs ? now(holds) : null);
    }

    private String now(String holds) {
        return in(FormTexts.NOW) + " " + (holds.isEmpty() ? in(FormTexts.EMPTY) : holds);
    }
}
