package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The links that the law asks for. One that nobody configured is not shown: a footer must not lead to nowhere. */
final class LegalLinks {

    private final List<Entry> entries;

    LegalLinks(PagesConfig config) {
        entries = Stream.of(
                        new Entry(FrameTexts.IMPRINT, config.imprint()),
                        new Entry(FrameTexts.PRIVACY, config.privacy()),
                        new Entry(FrameTexts.ACCESSIBILITY, config.accessibility()))
                .filter(entry -> !entry.address().isBlank())
                .map(Entry::checked)
                .toList();
    }

    List<Link> in(Locale language) {
        return entries.stream()
                .map(entry -> new Link(entry.label().in(language), entry.address(), null))
                .toList();
    }

    private record Entry(Text label, String address) {

        private Entry checked() {
            String stripped = address.strip();
            if (!stripped.matches("https?://[^\\s]+|/(?![/\\\\])\\S*")) {
                throw new IllegalArgumentException(
                        PagesConfig.PID + ": '" + stripped + "' is neither an http address nor a path on this host");
            }
            return new Entry(label, stripped);
        }
    }
}
