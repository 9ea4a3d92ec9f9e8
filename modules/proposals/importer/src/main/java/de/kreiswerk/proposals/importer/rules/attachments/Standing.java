package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.importer.text.Line;

/**
 * How a line that says who may see attachments stands in its list: that tells whether it means the one above it or those below it.
 *
 * @param line the line
 * @param gap whether a blank line stands above it
 * @param nameBelow whether the next line is a name and stands directly below it
 * @param last whether nothing is below it
 */
record Standing(Line line, boolean gap, boolean nameBelow, boolean last) {

    /** Whether it can only mean those below it. */
    boolean isLabel() {
        return hasColon() || gap && !last && (line.emphasised() || nameBelow);
    }

    /** Whether it is set apart from the one above it. */
    boolean isApart() {
        return gap || line.emphasised();
    }

    /** Whether it is written as another one is. */
    boolean isLike(Line other) {
        return line.emphasised() == other.emphasised()
                && !hasColon()
                && !other.text().endsWith(":")
                && Character.isLetter(line.text().charAt(0))
                        == Character.isLetter(other.text().charAt(0));
    }

    private boolean hasColon() {
        return line.text().endsWith(":");
    }
}
