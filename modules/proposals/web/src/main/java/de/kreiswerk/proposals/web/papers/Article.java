package de.kreiswerk.proposals.web.papers;

import java.util.Locale;
import java.util.Map;

/** The German article of a committee's name. */
final class Article {

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("kreistag", "der "),
            Map.entry("ausschuss", "der "),
            Map.entry("ausschuß", "der "),
            Map.entry("beirat", "der "),
            Map.entry("rat", "der "),
            Map.entry("vorstand", "der "),
            Map.entry("arbeitskreis", "der "),
            Map.entry("kommission", "die "),
            Map.entry("gruppe", "die "),
            Map.entry("versammlung", "die "),
            Map.entry("konferenz", "die "),
            Map.entry("forum", "das "),
            Map.entry("parlament", "das "),
            Map.entry("kuratorium", "das "));

    private Article() {}

    /** Such as {@code "der "}; empty where the first telling word of the name is unknown, or is an adjective's noun. */
    static String of(String name) {
        String first = name.strip().split("[\\s,/(]", 2)[0].toLowerCase(Locale.GERMAN);
        return BY_ENDING.entrySet().stream()
                .filter(entry -> first.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
