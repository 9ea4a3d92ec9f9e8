package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The links that the law asks for: to the pages here, or to where the county keeps them. An address that cannot be one is told in the
 * log and counts as not stated: without these links there would be no page at all, not even the one to put it right.
 */
public final class LegalLinks {

    private static final Logger LOG = LoggerFactory.getLogger(LegalLinks.class);

    private final List<Entry> entries;

    /**
     * Reads the settings.
     *
     * @param config where the texts are kept
     */
    public LegalLinks(PagesConfig config) {
        entries = List.of(
                entry(FrameTexts.IMPRINT, "/impressum", "imprint", config.imprint()),
                entry(FrameTexts.PRIVACY, "/datenschutz", "privacy", config.privacy()),
                entry(FrameTexts.ACCESSIBILITY, "/barrierefreiheit", "accessibility", config.accessibility()));
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

    private static Entry entry(Text label, String page, String key, String configured) {
        String stripped = configured.strip();
        if (!stripped.isEmpty() && !stripped.matches("https?://[^\\s]+|/(?![/\\\\])\\S*")) {
            LOG.error(
                    "{}/{} is '{}', but must be an address that begins with https:// or http://, or a path on this host; it counts as not set",
                    PagesConfig.PID,
                    key,
                    stripped);
            return new Entry(label, page, page);
        }
        return new Entry(label, page, stripped.isEmpty() ? page : stripped);
    }

    private record Entry(Text label, String page, String address) {}
}
