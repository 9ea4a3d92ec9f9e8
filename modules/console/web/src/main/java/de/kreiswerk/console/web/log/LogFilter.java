package de.kreiswerk.console.web.log;

import de.kreiswerk.core.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which lines are wanted.
 *
 * @param level the mildest that counts, as the name of a {@link LogLevel}; empty for all
 * @param area how the logger's name begins, empty for all
 * @param text what occurs in text or request id, empty for everything
 * @param errors field to what is wrong with it
 */
record LogFilter(String level, String area, String text, Map<String, Text> errors) implements Predicate<LogLine> {

    static final String LEVEL = "stufe";
    static final String AREA = "bereich";
    static final String TEXT = "text";

    private static final int MAX_LENGTH = 200;

    static LogFilter of(HttpServletRequest request) {
        String level = value(request, LEVEL);
        String area = value(request, AREA);
        String text = value(request, TEXT);
        Map<String, Text> errors = new LinkedHashMap<>();
        if (!level.isEmpty() && LogLevel.named(level).isEmpty()) {
            errors.put(LEVEL, LogTexts.ERROR_LEVEL);
        }
        if (area.length() > MAX_LENGTH) {
            errors.put(AREA, LogTexts.ERROR_LONG);
        }
        if (text.length() > MAX_LENGTH) {
            errors.put(TEXT, LogTexts.ERROR_LONG);
        }
        return new LogFilter(level, area, text, errors);
    }

    boolean isEmpty() {
        return level.isEmpty() && area.isEmpty() && text.isEmpty();
    }

    @Override
    public boolean test(LogLine line) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return LogLevel.named(level).map(line.level()::isAtLeast).orElse(true)
                && line.area().startsWith(area)
                && (line.text().toLowerCase(Locale.ROOT).contains(wanted)
                        || line.requestId().toLowerCase(Locale.ROOT).equals(wanted));
    }

    /** The query of an address that asks for the same. */
    String query() {
        return LEVEL + "=" + encoded(level) + "&" + AREA + "=" + encoded(area) + "&" + TEXT + "=" + encoded(text);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
