package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.outline.Head;
import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.List;

/**
 * Lines of a Beratungsfolge that no layout understood and that speak of secrecy. A label holds for the rows below it, a few
 * words for the row above, a sentence for all rows of which nothing is said.
 */
final class Remarks {

    private static final int MAX_BRIEF = 80;

    private final List<Row> rows;
    private final Claims claims;
    private int next;
    private Line label;

    Remarks(List<Row> rows, Claims claims) {
        this.rows = rows;
        this.claims = claims;
    }

    void read(List<Line> lines) {
        for (Line line : lines) {
            for (; next < rows.size() && rows.get(next).line() <= line.number(); next++) {
                putUnderLabel(rows.get(next));
            }
            if (!claims.isTaken(line)) {
                read(line);
            }
        }
    }

    private void putUnderLabel(Row row) {
        if (label != null) {
            row.keepBack(label.number());
        }
    }

    private void read(Line line) {
        boolean secret = VisibilityWording.speaksOfSecrecy(line.text()) || isStatusN(line);
        if (line.text().endsWith(":")) {
            label = secret ? line : null;
        } else if (secret && next > 0 && isBrief(line.text())) {
            rows.get(next - 1).keepBack(line.number());
        } else if (secret) {
            rows.stream().filter(Row::isSilent).forEach(row -> row.keepBack(line.number()));
        }
    }

    // What speaks of both explains the letters, or tells which is which.
    private static boolean isBrief(String words) {
        return words.length() <= MAX_BRIEF && !VisibilityWording.speaksOfPublic(words);
    }

    private static boolean isStatusN(Line line) {
        return Head.states(HeadLabel.VISIBILITY, line)
                && VisibilityWording.beginsNonPublic(
                        line.text().substring(line.text().indexOf(':') + 1));
    }
}
