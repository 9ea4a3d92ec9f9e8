package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The readers' languages. There are few browsers and many requests, so what a header means is remembered. */
final class Languages {

    private static final int REMEMBERED = 500;
    private static final int LONGEST = 500;

    private final Map<String, Locale> byHeader = new ConcurrentHashMap<>();

    Locale of(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) {
            return Locale.GERMAN;
        }
        Locale known = byHeader.get(header);
        if (known != null) {
            return known;
        }
        Locale language = Text.languageOf(header);
        if (byHeader.size() < REMEMBERED && header.length() <= LONGEST) {
            byHeader.put(header, language);
        }
        return language;
    }
}
