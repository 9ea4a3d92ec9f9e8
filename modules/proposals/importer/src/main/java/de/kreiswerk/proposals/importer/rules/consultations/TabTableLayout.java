package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;

/**
 * A table pasted from a word processor: a row a line, cells between tabs, mostly with column heads.
 *
 * <pre>
 * Gremium ⇥ Termin ⇥ Status
 * Bauausschuss (Beratung) ⇥ 03.02.2026 ⇥ Ö
 * </pre>
 */
final class TabTableLayout implements ConsultationLayout {

    @Override
    public boolean fits(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.text().indexOf('\t') > 0);
    }

    @Override
    public void read(List<Line> lines, Rows rows, Claims claims) {
        Columns columns = Columns.NONE;
        for (Line line : lines) {
            if (line.text().indexOf('\t') < 0) {
                continue;
            }
            Columns heads = Columns.headedBy(line.cells());
            if (heads != null) {
                columns = heads;
                claims.take(line);
            } else {
                columns.read(line.cells(), line, claims).ifPresent(rows::add);
            }
        }
    }
}
