package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Markdown table. Where a converter broke the cells onto lines of their own, the columns are lost; then a dot (●) with the
 * status begins each consultation, and the cells must tell themselves what they are.
 */
final class PipeTableLayout implements ConsultationLayout {

    private static final String DOT = "●";

    @Override
    public boolean fits(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.text().startsWith("|"));
    }

    @Override
    public List<Row> read(List<Line> lines, Claims claims) {
        boolean broken = lines.stream().anyMatch(line -> line.text().equals("|"));
        return broken ? readBroken(lines, claims) : readWhole(lines, claims);
    }

    private static List<Row> readWhole(List<Line> lines, Claims claims) {
        List<Row> rows = new ArrayList<>();
        Columns columns = Columns.NONE;
        for (Line line : lines) {
            if (!line.text().startsWith("|")) {
                continue;
            }
            List<String> cells = cells(line);
            Columns heads = Columns.headedBy(cells);
            if (heads != null) {
                columns = heads;
                claims.take(line);
            } else {
                columns.read(cells, line, claims).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private static List<String> cells(Line line) {
        String inner = line.text().substring(1, line.text().length() - (line.text().endsWith("|") && line.text().length() > 1 ? 1 : 0));
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> cell.replace(DOT, "").strip())
                .toList();
    }

    private static List<Row> readBroken(List<Line> lines, Claims claims) {
        BrokenTable table = new BrokenTable(claims);
        lines.forEach(table::read);
        return table.rows();
    }

    /** Reads the cells one after the other. */
    private static final class BrokenTable {

        private final Claims claims;
        private final List<Row> rows = new ArrayList<>();
        private boolean statusFollows;

        BrokenTable(Claims claims) {
            this.claims = claims;
        }

        void read(Line line) {
            List<String> unused = new ArrayList<>();
            boolean used = false;
            if (Columns.headedBy(cellsOf(line)) != null) {
                claims.take(line);
                return;
            }
            for (String cell : cellsOf(line)) {
                boolean understood = cell.isEmpty() || read(cell, line.number());
                used |= understood && !cell.isEmpty();
                if (!understood) {
                    unused.add(cell);
                }
            }
            if (used) {
                claims.takeAllBut(String.join(" ", unused), line);
            }
        }

        List<Row> rows() {
            return rows.stream().filter(Row::hasOrganization).toList();
        }

        private boolean read(String cell, int line) {
            if (cell.startsWith(DOT)) {
                rows.add(new Row(line));
                String status = cell.substring(DOT.length()).strip();
                statusFollows = status.isEmpty();
                return status.isEmpty() || last().status(status);
            }
            if (rows.isEmpty()) {
                return false;
            }
            if (statusFollows) {
                statusFollows = false;
                return last().status(cell);
            }
            return last().selfExplaining(cell) || last().organization(cell);
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
}
