package de.kreiswerk.proposals.importer.outline;

import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import de.kreiswerk.proposals.importer.words.Wording;

/**
 * A line that may open a section.
 *
 * @param kind the section that it would open
 * @param wording the label in the document's words, without colon
 * @param line the line
 * @param rest what stands behind the label, null when nothing does
 * @param colon whether a colon stands behind the label
 */
record SectionLabel(SectionKind kind, String wording, Line line, Line rest, boolean colon) {

    private static final int MAX_LENGTH = 90;

    /** The label that a line begins with, null when there is none. */
    static SectionLabel in(Line line) {
        SectionLabel columns = columnsOf(line);
        if (columns != null) {
            return columns;
        }
        int end = endOfLabel(line.text());
        if (end > MAX_LENGTH) {
            return null;
        }
        String wording = line.text().substring(0, end).strip();
        SectionKind kind = SectionKind.labelled(Wording.plain(wording));
        if (kind == null) {
            return null;
        }
        boolean tab = end < line.text().length() && line.text().charAt(end) == '\t';
        if (tab && kind != SectionKind.CONSULTATIONS) {
            return null;
        }
        boolean colon = end < line.text().length() && !tab;
        SectionLabel label = new SectionLabel(kind, wording, line, restOf(line, end), colon);
        return label.isClear() ? label : null;
    }

    /** The head row of a Beratungsfolge whose columns are set apart by blanks or pipes. */
    private static SectionLabel columnsOf(Line line) {
        int start = line.text().startsWith("|") ? 1 : 0;
        int gap = line.text().indexOf(start > 0 ? "|" : "  ", start);
        if (gap < 0 || gap > MAX_LENGTH || gap + 1 == line.text().length()) {
            return null;
        }
        String wording = line.text().substring(start, gap).strip();
        return SectionKind.labelled(Wording.plain(wording)) == SectionKind.CONSULTATIONS
                ? new SectionLabel(SectionKind.CONSULTATIONS, wording, line, line, false)
                : null;
    }

    /** Whether it stands alone and without colon, as the entries of a table of contents do. */
    boolean isBare() {
        return rest == null && !colon && line.heading() == 0;
    }

    private boolean isClear() {
        // With words behind it on its line it may be a sentence about attachments of a list above it.
        if (rest != null && VisibilityWording.labelsSecretAttachments(wording)) {
            return false;
        }
        return colon || line.emphasised() || !SectionKind.isWeak(Wording.plain(wording));
    }

    // The head row of a tab table may be all that tells of its beginning: it then is the section's first line as well.
    private static Line restOf(Line line, int end) {
        if (end < line.text().length() && line.text().charAt(end) == '\t') {
            return line;
        }
        String rest =
                line.text().substring(Math.min(end + 1, line.text().length())).strip();
        return rest.isEmpty() ? null : line.part(rest);
    }

    private static int endOfLabel(String text) {
        int end = 0;
        while (end < text.length() && end <= MAX_LENGTH && text.charAt(end) != ':' && text.charAt(end) != '\t') {
            end++;
        }
        return end;
    }
}
