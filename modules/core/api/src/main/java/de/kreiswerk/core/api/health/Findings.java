package de.kreiswerk.core.api.health;

import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a health check found, in both languages: people read German on the console, and supervisors read English, as a
 * {@link Result} says it to everybody who knows nothing of this. The German words are in an entry of their own behind the English one, for
 * whoever asks for details ({@link ResultLog.Entry#isDebug()}).
 */
@ProviderType
public interface Findings {

    /** How an entry with German words begins. */
    String GERMAN = "de: ";

    /**
     * All is well.
     *
     * @param german what was found, in plain German
     * @param english the same in English
     * @return the result of the check
     */
    static Result ok(String german, String english) {
        return of(Result.Status.OK, new Text(german, english));
    }

    /**
     * Somebody should look after it; everything is served meanwhile.
     *
     * @param german what is wrong and what to do, in plain German
     * @param english the same in English
     * @return the result of the check
     */
    static Result warning(String german, String english) {
        return of(Result.Status.WARN, new Text(german, english));
    }

    /**
     * Something does not work.
     *
     * @param german what is wrong and what to do, in plain German
     * @param english the same in English
     * @return the result of the check
     */
    static Result critical(String german, String english) {
        return of(Result.Status.CRITICAL, new Text(german, english));
    }

    /**
     * A result of any status.
     *
     * @param status how it is
     * @param words what was found
     * @return the result of the check
     */
    static Result of(Result.Status status, Text words) {
        return new Result(new ResultLog()
                .add(new ResultLog.Entry(status, words.english()))
                .add(new ResultLog.Entry(GERMAN + words.german(), true)));
    }

    /**
     * What a result says. Of a check that does not know this the words are the same in both languages.
     *
     * @param result of any health check
     * @return its messages without details, separated by semicolons; empty when it has none
     */
    static Text words(Result result) {
        List<Text> words = new ArrayList<>();
        result.forEach(entry -> {
            if (!entry.isDebug()) {
                words.add(Text.same(entry.getMessage()));
            } else if (entry.getMessage().startsWith(GERMAN) && !words.isEmpty()) {
                Text last = words.remove(words.size() - 1);
                words.add(new Text(entry.getMessage().substring(GERMAN.length()), last.english()));
            }
        });
        return Text.joined("; ", words);
    }

    /**
     * A time as people in the county read it.
     *
     * @param time any time
     * @return day, hour and minute in Europe/Berlin
     */
    static Text moment(Instant time) {
        ZonedDateTime here = time.atZone(ZoneId.of("Europe/Berlin"));
        return new Text(
                DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm 'Uhr'", Locale.GERMANY)
                        .format(here),
                DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).format(here));
    }
}
