package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A Markdown table whose cells a converter broke onto lines of their own. The columns are lost then: a dot with the status
 * begins each consultation, and the cells must tell themselves what they are.
 *
 * <pre>
 * |
 * ●
 * Geplant
 * |
 * |
 * Bauausschuss
 * |
 * Beratung
 * |
 * </pre>
 */
final class BrokenPipeTableLayout implements ConsultationLayout {

    static final String DOT = "●";

    @Override
    public boolean fits(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.text().equals("|"));
    }

    @Override
    public void read(List<Line> lines, Rows rows, Claims claims) {
        Cells cells = new Cells();
        lines.forEach(cells::read);
        cells.claim(claims);
        cells.rows.forEach(cells.columns::keepBackInDoubt);
        cells.rows.stream().filter(Row::hasOrganization).forEach(rows::add);
    }

    /** Reads cell after cell into the row that the last dot began. */
    private static final class Cells {

        private final List<Row> rows = new ArrayList<>();
        private final List<UsedLine> used = new ArrayList<>();
        private Columns columns = Columns.NONE;
        private boolean statusFollows;

        void read(Line line) {
            List<String> cells = cellsOf(line);
            Columns heads = Columns.headedBy(cells);
            if (heads != null) {
                columns = heads;
                used.add(new UsedLine(line, Set.of(), ""));
                return;
            }
            Set<Row> filled = new HashSet<>();
            List<String> unused = new ArrayList<>();
            for (String cell : cells) {
                boolean used = read(cell, line.number());
                if (!rows.isEmpty()) {
                    last().hear(line.part(cell));
                }
                if (used) {
                    filled.add(last());
                } else {
                    unused.add(cell);
                }
            }
            if (!filled.isEmpty()) {
                used.add(new UsedLine(line, filled, String.join(" ", unused)));
            }
        }

        /** Claims the lines of those rows that are consultations. */
        void claim(Claims claims) {
            used.stream()
                    .filter(line -> line.rows().stream().allMatch(Row::hasOrganization))
                    .forEach(line -> claims.takeAllBut(line.unused(), line.line()));
        }

        private boolean read(String cell, int line) {
            if (cell.startsWith(DOT)) {
                rows.add(new Row(line));
                String status = cell.substring(DOT.length()).strip();
                statusFollows = status.isEmpty();
                return statusFollows || last().status(status);
            }
            if (statusFollows) {
                statusFollows = false;
                return last().status(cell);
            }
            return !rows.isEmpty() && (last().selfExplaining(cell) || last().organization(cell));
        }

        private Row last() {
            return rows.get(rows.size() - 1);
        }

        private static List<String> cellsOf(Line line) {
            return Arrays.stream(line.text().split("\\|"))
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
        }
    }

    private record UsedLine(Line line, Set<Row> rows, String unused) {}
}
