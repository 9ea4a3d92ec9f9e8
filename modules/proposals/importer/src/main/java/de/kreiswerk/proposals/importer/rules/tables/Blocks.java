package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Runs of lines of a kind, with at most one blank line between two. */
final class Blocks {

    private Blocks() {}

    static List<List<Line>> of(List<Line> lines, Predicate<Line> kind) {
        List<List<Line>> blocks = new ArrayList<>();
        Line last = null;
        for (Line line : lines) {
            if (!kind.test(line)) {
                last = null;
                continue;
            }
            if (last == null || line.number() > last.number() + 2) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(line);
            last = line;
        }
        return blocks;
    }
}
