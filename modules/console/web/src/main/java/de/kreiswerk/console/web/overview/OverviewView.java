package de.kreiswerk.console.web.overview;

import de.kreiswerk.console.web.log.LogLine;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;

/**
 * What the overview shows.
 *
 * @param language the reader's language
 * @param summary how the platform is, in one sentence
 * @param look the look that KERN has for that
 * @param checks the health checks
 * @param facts what the platform is
 * @param complaints the last warnings and errors; null when the caller may not read the log
 */
record OverviewView(
        Locale language, String summary, String look, List<Check> checks, List<Fact> facts, List<LogLine> complaints) {

    /**
     * A health check.
     *
     * @param name its name
     * @param state how it ended, in words
     * @param look the look that KERN has for that
     * @param message what it says; empty when the caller may not read that
     */
    record Check(String name, String state, String look, Text message) {

        /** Checks that speak English only are not the platform's own. */
        boolean isForeign(Locale language) {
            return !"en".equals(language.getLanguage()) && message.german().equals(message.english());
        }
    }

    /** A line of the facts. */
    record Fact(String label, String value) {}

    String in(Text text) {
        return text.in(language);
    }
}
