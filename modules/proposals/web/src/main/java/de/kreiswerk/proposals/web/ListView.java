package de.kreiswerk.proposals.web;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;

/**
 * What a page of the list shows.
 *
 * @param language the reader's language
 * @param entries the papers
 * @param first whether it is the first page
 * @param next the address of the next page, null on the last
 */
record ListView(Locale language, List<Entry> entries, boolean first, String next) {

    String in(Text text) {
        return text.in(language);
    }

    /**
     * A paper.
     *
     * @param address its page, null when it has none
     * @param title its title
     * @param preline type and reference
     * @param lead the lead department, null when not stated
     */
    record Entry(String address, Words title, Words preline, Words lead) {}
}
