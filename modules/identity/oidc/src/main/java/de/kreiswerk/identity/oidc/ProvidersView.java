package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;

/**
 * What the console shows of the providers.
 *
 * @param language the reader's language
 * @param rows the providers
 * @param add where one is added, null for who may not
 */
public record ProvidersView(Locale language, List<Row> rows, String add) {

    /**
     * A provider.
     *
     * @param id its name in addresses
     * @param label what people call it
     * @param look of its state: {@code success}, {@code warning}, {@code danger}
     * @param state in a word
     * @param why what is wrong, in a sentence; null when nothing is
     * @param facts everything else
     * @param settings where it is changed, null for who may not
     */
    public record Row(
            String id, String label, String look, Text state, String why, List<Fact> facts, String settings) {}

    /**
     * A line about a provider.
     *
     * @param label what
     * @param value in the reader's language
     */
    public record Fact(Text label, String value) {}

    /** Words in the reader's language. */
    public String in(Text text) {
        return text.in(language);
    }
}
