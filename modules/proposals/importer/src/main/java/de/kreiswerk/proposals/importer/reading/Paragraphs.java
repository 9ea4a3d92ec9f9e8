package de.kreiswerk.proposals.importer.reading;

import de.kreiswerk.proposals.api.PaperDocument.Passage;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.List;

/** Puts lines together to paragraphs, as the blank lines between them say. */
public final class Paragraphs {

    private Paragraphs() {}

    /** The paragraphs that some lines make. */
    public static List<String> of(List<Line> lines) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        Line last = null;
        for (Line line : lines) {
            if (last != null && line.number() > last.number() + 1) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.text());
            last = line;
        }
        if (last != null) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    /** A passage, null when there are no lines. */
    public static Passage passage(String label, List<Line> lines) {
        return lines.isEmpty() ? null : new Passage(label, of(lines));
    }

    /** All lines as one text with blank lines between the paragraphs, null when there are no lines. */
    public static String text(List<Line> lines) {
        return lines.isEmpty() ? null : String.join("\n\n", of(lines));
    }
}
