package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;

/** The links that the law asks for: to the pages here, or to where the county keeps them. */
public final class LegalLinks {

    private final List<Entry> entries;

    /**
     * Reads the settings.
     *
     * @param config where the texts are kept
     */
    public LegalLinks(PagesConfig config) {
        entries = List.of(
                entry(FrameTexts.IMPRINT, "/impressum", config.imprint()),
                entry(FrameTexts.PRIVACY, "/datenschutz", config.privacy()),
                entry(FrameTexts.ACCESSIBILITY, "/barrierefreiheit", config.accessibility()));
    }

    List<Link> in(Locale language) {
        return entries.stream()
                .map(entry -> new Link(entry.label().in(language), entry.address(), null))
                .toList();
    }

    /**
     * Where a page of this platform really is.
     *
     * @param page its address here, such as {@code /impressum}
     * @return the same, or where the settings say
     */
    public String address(String page) {
        return entries.stream()
                .filter(entry -> entry.page().equals(page))
                .map(Entry::address)
                .findFirst()
                .orElse(page);
    }

    private static Entry entry(Text label, String page, String configured) {
        String stripped = configured.strip();
        if (!stripped.isEmpty() && !stripped.matches("https?://[^\\s]+|/(?![/\\\\])\\S*")) {
            throw new IllegalArgumentException(
                    PagesConfig.PID + ": '" + stripped + "' is neither an http address nor a path on this host");
        }
        return new Entry(label, page, stripped.isEmpty() ? page : stripped);
    }

    private record Entry(Text label, String page, String address) {}
}
