package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.api.PaperDocument.Table;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table whose cells came out below each other, as a page with a table does when it becomes plain text. It is recognised by
 * its running numbers: a 1, and as many cells further down a 2, and so on. Pages put a blank line between two cells, so that
 * more blank lines tell of empty cells; where that does not work out, the filled cells alone are tried.
 */
final class VerticalTableLayout implements TableLayout {

    @Override
    public List<Table> tablesIn(LabelledLines passage) {
        List<Table> tables = tablesIn(passage.label(), withEmptyCells(passage.lines()));
        return tables.isEmpty() ? tablesIn(passage.label(), filledCells(passage.lines())) : tables;
    }

    private static List<Table> tablesIn(String section, List<String> cells) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < cells.size(); ) {
            NumberedRows rows = NumberedRows.at(i, cells);
            if (rows == null) {
                i++;
            } else {
                tables.add(rows.table(section));
                i = rows.end();
            }
        }
        return tables;
    }

    private static List<String> filledCells(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    private static List<String> withEmptyCells(List<Line> lines) {
        List<String> cells = new ArrayList<>();
        int last = lines.isEmpty() ? 0 : lines.get(0).number();
        for (Line line : lines) {
            int empty = Math.max(0, (line.number() - last) / 2 - 1);
            cells.addAll(Collections.nCopies(Math.min(empty, NumberedRows.MAX_COLUMNS), ""));
            cells.add(line.text());
            last = line.number();
        }
        return cells;
    }
}
