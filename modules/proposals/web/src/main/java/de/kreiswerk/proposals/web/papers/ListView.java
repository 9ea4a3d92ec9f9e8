package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.view.ActiveFilter;
import de.kreiswerk.proposals.web.view.Choice;
import de.kreiswerk.proposals.web.view.FieldError;
import de.kreiswerk.proposals.web.view.Sentence;
import de.kreiswerk.proposals.web.view.Words;
import java.util.List;
import java.util.Locale;

/**
 * What a page of the list shows.
 *
 * @param language the reader's language
 * @param form the form with the filters
 * @param active the filters that are active
 * @param errors what is wrong in the form; nothing is listed then
 * @param result how many there are, in words
 * @param entries the papers
 * @param first whether it is the first page
 * @param start the address of the first page
 * @param next the address of the next page, null on the last
 * @param feed the address of the feed with the same filters
 */
record ListView(
        Locale language,
        Form form,
        List<ActiveFilter> active,
        List<FieldError> errors,
        String result,
        List<Entry> entries,
        boolean first,
        String start,
        String next,
        String feed) {

    String in(Text text) {
        return text.in(language);
    }

    /** What is wrong with a field, null when nothing is. */
    String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /**
     * The values that the form offers.
     *
     * @param text the words searched for, may be empty
     * @param years years
     * @param types types
     * @param committees committees
     * @param states states
     */
    record Form(String text, List<Choice> years, List<Choice> types, List<Choice> committees, List<Choice> states) {}

    /**
     * A paper.
     *
     * @param address its page, null when it has none
     * @param title its title
     * @param preline type and reference
     * @param lead the lead department, null when not stated
     * @param state where it stands, null when not stated
     * @param published when it was published, null when not stated
     * @param next the next consultation, null when none is ahead
     * @param last the decision, else the last consultation, null when another one is ahead or none is known
     */
    record Entry(
            String address,
            Words title,
            Words preline,
            Words lead,
            Words state,
            String published,
            Sentence next,
            Last last) {

        boolean hasFacts() {
            return lead != null || state != null || published != null || next != null || last != null;
        }
    }

    /**
     * What was last.
     *
     * @param label what it is
     * @param sentence which committee, when, with what result
     */
    record Last(Text label, Sentence sentence) {}
}
