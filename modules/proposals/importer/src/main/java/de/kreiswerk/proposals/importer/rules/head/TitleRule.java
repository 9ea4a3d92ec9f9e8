package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.outline.HeadLabel;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.refusals.Limits;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The title is the Betreff; where there is none, the first heading of the head; where there is none either, the first
 * paragraph without a label below the number.
 */
public final class TitleRule implements Rule {

    private static final int MAX_LINES = 5;

    @Override
    public void read(Reading reading) {
        reading.takeField(HeadLabel.TITLE, (title, line) -> offer(title, line, reading));
        if (reading.draft().name().isEmpty()) {
            List<Line> candidates = reading.outline().head().loose().stream()
                    .filter(line -> !reading.claims().rest(line).isEmpty())
                    .toList();
            List<Line> title = heading(candidates);
            take(
                    title.isEmpty()
                            ? firstParagraph(
                                    candidates, reading.draft().reference().line())
                            : title,
                    reading);
        }
    }

    private static List<Line> heading(List<Line> lines) {
        return lines.stream().filter(line -> line.heading() > 0).limit(1).toList();
    }

    private static List<Line> firstParagraph(List<Line> lines, int below) {
        List<Line> paragraph = new ArrayList<>();
        for (Line line : lines) {
            boolean goesOn = paragraph.isEmpty() || line.follows(paragraph.get(paragraph.size() - 1));
            if (line.number() > below && !goesOn) {
                break;
            }
            if (line.number() > below) {
                paragraph.add(line);
            }
        }
        boolean title = paragraph.size() <= MAX_LINES && paragraph.stream().noneMatch(TitleRule::hasLabel);
        return title ? paragraph : List.of();
    }

    private static boolean hasLabel(Line line) {
        int colon = line.text().indexOf(':');
        return colon > 0 && (colon <= 30 || colon == line.text().length() - 1);
    }

    private static void take(List<Line> title, Reading reading) {
        if (!title.isEmpty()) {
            reading.claims().takeAll(title);
            String words = title.stream().map(Line::text).collect(Collectors.joining(" "));
            offer(words, title.get(0).number(), reading);
        }
    }

    private static void offer(String title, int line, Reading reading) {
        Limits.title(title, line);
        reading.draft().name().offer(title, line);
    }
}
