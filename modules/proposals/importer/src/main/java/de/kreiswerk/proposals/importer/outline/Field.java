package de.kreiswerk.proposals.importer.outline;

import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A field of the head.
 *
 * @param label which
 * @param wording its label in the document's words
 * @param line the number of the label's line
 * @param values its lines, without the label; empty when it says nothing
 */
public record Field(HeadLabel label, String wording, int line, List<Line> values) {

    /** Whether it says anything. */
    public boolean isEmpty() {
        return values.stream().noneMatch(Line::hasWords);
    }

    /** What it says, in one line. */
    public String value() {
        return values.stream().map(Line::text).collect(Collectors.joining(" "));
    }
}
