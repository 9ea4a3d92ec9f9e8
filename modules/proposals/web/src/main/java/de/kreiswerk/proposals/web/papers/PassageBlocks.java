package de.kreiswerk.proposals.web.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A passage with each recognised table in the place of the lines that it was read from. The snapshot holds these words twice,
 * because a table recognised wrongly must lose nothing: here a table takes the place of lines only when it says all that they
 * say.
 */
final class PassageBlocks {

    private static final Set<String> TOTALS = Set.of("gesamt", "summe", "insgesamt", "gesamtsumme", "zusammen");

    private final List<Block> blocks = new ArrayList<>();
    private final List<PaperSnapshot.Table> unplaced = new ArrayList<>();

    PassageBlocks(List<String> paragraphs, List<PaperSnapshot.Table> tables) {
        List<Line> lines = lines(paragraphs);
        PaperSnapshot.Table[] begins = new PaperSnapshot.Table[lines.size()];
        boolean[] taken = new boolean[lines.size()];
        for (PaperSnapshot.Table table : tables) {
            if (!place(table, lines, begins, taken)) {
                unplaced.add(table);
            }
        }
        collect(lines, begins, taken);
    }

    /** The paragraphs and tables in their order. */
    List<Block> blocks() {
        return blocks;
    }

    /** Tables whose lines were not found. */
    List<PaperSnapshot.Table> unplaced() {
        return unplaced;
    }

    private static boolean place(
            PaperSnapshot.Table table, List<Line> lines, PaperSnapshot.Table[] begins, boolean[] taken) {
        List<String> cells = Stream.concat(
                        table.header().stream(), table.rows().stream().flatMap(List::stream))
                .map(PassageBlocks::plain)
                .filter(cell -> !cell.isEmpty())
                .toList();
        List<String> totals = table.totals().stream().map(PassageBlocks::plain).toList();
        for (int start = 0; !cells.isEmpty() && start < lines.size(); start++) {
            int end = taken[start] ? -1 : end(start, lines, taken, cells, totals);
            if (end > 0) {
                begins[start] = table;
                Arrays.fill(taken, start, end, true);
                return true;
            }
        }
        return false;
    }

    /** Behind the last line of the table that begins at a line, -1 when it does not begin there. */
    private static int end(int start, List<Line> lines, boolean[] taken, List<String> cells, List<String> totals) {
        int cell = 0;
        int total = 0;
        int at = start;
        while (at < lines.size() && !taken[at] && (cell < cells.size() || total < totals.size())) {
            List<String> found = lines.get(at).cells();
            boolean totalRow = at > start && isTotal(found) && found.size() > 1;
            if (totalRow && begins(totals, total, found.subList(1, found.size()))) {
                total += found.size() - 1;
            } else if (begins(cells, cell, found)) {
                cell += found.size();
            } else if (cell == cells.size() && (isTotal(found) && found.size() == 1)) {
                // A label of sums on a line of its own; the sums follow below.
                at++;
                continue;
            } else if (cell == cells.size() && begins(totals, total, found)) {
                total += found.size();
            } else {
                break;
            }
            at++;
        }
        boolean complete = cell == cells.size() && total == totals.size();
        return complete && at > start ? at : -1;
    }

    private static boolean begins(List<String> all, int from, List<String> part) {
        return from + part.size() <= all.size()
                && all.subList(from, from + part.size()).equals(part);
    }

    private static boolean isTotal(List<String> cells) {
        return !cells.isEmpty()
                && TOTALS.contains(cells.get(0)
                        .toLowerCase(Locale.GERMAN)
                        .replaceAll(":$", "")
                        .strip());
    }

    private void collect(List<Line> lines, PaperSnapshot.Table[] begins, boolean[] taken) {
        StringBuilder paragraph = new StringBuilder();
        int of = -1;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.paragraph() != of || taken[i]) {
                flush(paragraph);
                of = line.paragraph();
            }
            if (begins[i] != null) {
                blocks.add(new Block(null, begins[i]));
            }
            if (!taken[i]) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.text());
            }
        }
        flush(paragraph);
    }

    private void flush(StringBuilder paragraph) {
        if (!paragraph.toString().isBlank()) {
            blocks.add(new Block(paragraph.toString(), null));
        }
        paragraph.setLength(0);
    }

    private static List<Line> lines(List<String> paragraphs) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            for (String line : paragraphs.get(i).split("\n", -1)) {
                lines.add(new Line(i, line));
            }
        }
        return lines;
    }

    private static String plain(String cell) {
        return cell.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /**
     * A paragraph or a table.
     *
     * @param paragraph the paragraph, null when it is a table
     * @param table the table, null when it is a paragraph
     */
    record Block(String paragraph, PaperSnapshot.Table table) {}

    private record Line(int paragraph, String text) {

        /** The filled cells, as the importer's rules for tables see them. */
        private List<String> cells() {
            String separator = text.strip().startsWith("|") ? "\\|" : "\t";
            return Arrays.stream(text.split(separator))
                    .map(PassageBlocks::plain)
                    .filter(cell -> !cell.isEmpty())
                    .filter(cell -> separator.equals("\t") || !cell.matches(":?-+:?"))
                    .toList();
        }
    }
}
