package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.view.Fact;
import de.kreiswerk.proposals.web.view.OpenData;
import de.kreiswerk.proposals.web.view.Sentence;
import de.kreiswerk.proposals.web.view.Words;
import java.util.List;
import java.util.Locale;

/**
 * What the page of a paper shows, in the reader's language except for the paper's own words.
 *
 * @param language the reader's language
 * @param preline type and reference
 * @param reference the reference
 * @param title the title, or the reference when there is none
 * @param nextHeading what stands above the next
 * @param next what happens next, in sentences
 * @param facts the key facts
 * @param consultations the Beratungsfolge
 * @param hasResults whether a row of it has a result
 * @param resolutions what committees resolved instead of what was proposed, in the order of the Beratungsfolge
 * @param resolution the proposed resolution, null when there is none
 * @param statement the statement of facts, null when there is none
 * @param finance the financial block's answers, empty when the paper has no such block or words it freely
 * @param financeWording the financial block in free words, null when it follows the form or is missing
 * @param climate the climate check's answers, empty when the paper has none
 * @param climateResult what is pasted as its result, null when there is nothing
 * @param tables tables of other sections
 * @param attachments the public attachments
 * @param versions the versions, newest first
 * @param earlier what an earlier version is, null for the newest
 * @param openData where programs get the same, null for an earlier version
 */
record PaperView(
        Locale language,
        Words preline,
        Words reference,
        Words title,
        Text nextHeading,
        List<Sentence> next,
        List<Fact> facts,
        List<Row> consultations,
        boolean hasResults,
        List<Resolved> resolutions,
        Section resolution,
        Section statement,
        List<Fact> finance,
        Section financeWording,
        List<Fact> climate,
        Section climateResult,
        List<TableView> tables,
        List<AttachmentView> attachments,
        List<VersionView> versions,
        Earlier earlier,
        OpenData openData) {

    /** The title of the page among those of others. */
    String pageTitle() {
        String named =
                title.text().contains(reference.text()) ? title.text() : title.text() + " (" + reference.text() + ")";
        return earlier == null ? named : earlier.name() + " – " + named;
    }

    String in(Text text) {
        return text.in(language);
    }

    /**
     * A row of the Beratungsfolge.
     *
     * @param organization the committee
     * @param role its role, null when not stated
     * @param date when, or that there is no date
     * @param machineDate the date for machines, null when there is none
     * @param meeting the address of the meeting's page, null when it has none
     * @param cancelled whether the meeting is cancelled
     * @param notes meeting and place, in separate lines
     * @param visibility Ö or N in words, null when not stated
     * @param result the result, null when there is none
     */
    record Row(
            Words organization,
            Words role,
            Words date,
            String machineDate,
            String meeting,
            boolean cancelled,
            List<Words> notes,
            Words visibility,
            Words result) {}

    /**
     * What a committee resolved, where that is not what was proposed.
     *
     * @param organization the committee, null when not stated
     * @param date when, null when not known
     * @param paragraphs its words
     */
    record Resolved(Words organization, Words date, List<Words> paragraphs) {}

    /**
     * A passage of the paper.
     *
     * @param heading its heading
     * @param parts its paragraphs and tables, in order
     */
    record Section(Words heading, List<Part> parts) {}

    /**
     * A run of paragraphs, or a table.
     *
     * @param paragraphs the paragraphs, empty when it is a table
     * @param table the table, null when it is paragraphs
     */
    record Part(List<Words> paragraphs, TableView table) {}

    /**
     * A table.
     *
     * @param caption what it is
     * @param header the column heads
     * @param rows the rows, each as long as the longest
     * @param totalRow the sums below their columns, empty when it is not known which are whose
     * @param totals the sums that have no column
     * @param numeric for each column whether it holds nothing but numbers
     * @param lang the lang attribute of its words
     */
    record TableView(
            Words caption,
            List<String> header,
            List<List<String>> rows,
            List<String> totalRow,
            List<String> totals,
            List<Boolean> numeric,
            String lang) {}

    /**
     * An attachment.
     *
     * @param number its number
     * @param name its name
     * @param address where its bytes are, null while they are missing
     * @param note type and size, or that the bytes are missing
     */
    record AttachmentView(int number, Words name, String address, String note) {}

    /**
     * A version.
     *
     * @param label number and date
     * @param current whether it is the newest
     * @param address where an earlier one can be read, null when it cannot
     */
    record VersionView(String label, boolean current, String address) {}

    /**
     * What an earlier version is.
     *
     * @param name its number, and that it is superseded
     * @param sentence that another one took its place
     * @param newest where that is
     */
    record Earlier(String name, String sentence, String newest) {}
}
