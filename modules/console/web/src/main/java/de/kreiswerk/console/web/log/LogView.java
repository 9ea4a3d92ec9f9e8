package de.kreiswerk.console.web.log;

import de.kreiswerk.core.api.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What the log page shows.
 *
 * @param language the reader's language
 * @param filter what was asked for
 * @param areas who logged something
 * @param count how many lines are wanted, in words
 * @param lines those that are shown, the newest first
 */
record LogView(Locale language, LogFilter filter, Collection<String> areas, String count, List<LogLine> lines) {

    String in(Text text) {
        return text.in(language);
    }

    String error(String field) {
        Text error = filter.errors().get(field);
        return error == null ? null : error.in(language);
    }

    /** Where new lines come from. */
    String more() {
        return LogServlet.NEW + "?" + filter.query();
    }

    /** The number of the newest line, 0 when there is none. */
    long newest() {
        return lines.isEmpty() ? 0 : lines.get(0).number();
    }
}
