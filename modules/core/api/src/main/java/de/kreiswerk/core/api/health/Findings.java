package de.kreiswerk.core.api.health;

import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;

/**
 * What a health check found, in both languages: people read German on the console, and supervisors read English, as a
 * {@link Result} says it to everybody who knows nothing of this class.
 */
public final class Findings {

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern(
                    "d. MMMM uuuu, HH:mm 'Uhr'", Locale.GERMANY)
            .withZone(COUNTY);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(COUNTY);

    private Findings() {}

    /**
     * All is well.
     *
     * @param german what was found, in plain German
     * @param english the same in English
     * @return the result of the check
     */
    public static Result ok(String german, String english) {
        return of(Result.Status.OK, new Text(german, english));
    }

    /**
     * Somebody should look after it; everything is served meanwhile.
     *
     * @param german what is wrong and what to do, in plain German
     * @param english the same in English
     * @return the result of the check
     */
    public static Result warning(String german, String english) {
        return of(Result.Status.WARN, new Text(german, english));
    }

    /**
     * Something does not work.
     *
     * @param german what is wrong and what to do, in plain German
     * @param english the same in English
     * @return the result of the check
     */
    public static Result critical(String german, String english) {
        return of(Result.Status.CRITICAL, new Text(german, english));
    }

    /**
     * A result of any status.
     *
     * @param status how it is
     * @param words what was found
     * @return the result of the check
     */
    public static Result of(Result.Status status, Text words) {
        return new Result(new ResultLog().add(new Entry(status, words)));
    }

    /**
     * What a result says. Of a check that does not know this class the words are the same in both languages.
     *
     * @param result of any health check
     * @return its messages, separated by semicolons; empty when it has none
     */
    public static Text words(Result result) {
        List<Text> words = new ArrayList<>();
        result.forEach(entry -> words.add(entry instanceof Entry ours ? ours.words : Text.same(entry.getMessage())));
        return new Text(
                words.stream().map(Text::german).collect(Collectors.joining("; ")),
                words.stream().map(Text::english).collect(Collectors.joining("; ")));
    }

    /**
     * A time as people in the county read it.
     *
     * @param time any time
     * @return day, hour and minute in Europe/Berlin
     */
    public static Text moment(Instant time) {
        return new Text(GERMAN.format(time), ENGLISH.format(time));
    }

    private static final class Entry extends ResultLog.Entry {

        private final Text words;

        Entry(Result.Status status, Text words) {
            super(status, words.english());
            this.words = words;
        }
    }
}
