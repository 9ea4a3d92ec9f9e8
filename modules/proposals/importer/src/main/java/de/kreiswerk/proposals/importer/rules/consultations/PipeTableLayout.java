package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.Arrays;
import java.util.List;

/**
 * A Markdown table, a row a line.
 *
 * <pre>
 * | Status | Datum | Gremium | Beschluss |
 * | ● Geplant | 03.02.2026 | Bauausschuss | Beratung |
 * </pre>
 */
final class PipeTableLayout implements ConsultationLayout {

    @Override
    public boolean fits(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.text().startsWith("|"));
    }

    @Override
    public void read(List<Line> lines, Rows rows, Claims claims) {
        Columns columns = Columns.NONE;
        for (Line line : lines) {
            if (!line.text().startsWith("|")) {
                continue;
            }
            List<String> cells = cells(line.text());
            Columns heads = Columns.headedBy(cells);
            if (heads != null) {
                columns = heads;
                claims.take(line);
            } else {
                columns.read(cells, line, claims).ifPresent(rows::add);
            }
        }
    }

    private static List<String> cells(String line) {
        int end = line.length() > 1 && line.endsWith("|") ? line.length() - 1 : line.length();
        return Arrays.stream(line.substring(1, end).split("\\|", -1))
                .map(cell -> cell.replace(BrokenPipeTableLayout.DOT, "").strip())
                .toList();
    }
}
