package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.api.PaperDocument.Table;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;

/** Rows with tabs between the cells, at least two below each other. */
final class TabTableLayout implements TableLayout {

    @Override
    public List<Table> tablesIn(LabelledLines passage) {
        return Blocks.of(passage.lines(), line -> line.text().indexOf('\t') > 0).stream()
                .filter(block -> block.size() >= 2)
                .map(block -> Grid.table(
                        passage.label(), block.stream().map(Line::cells).toList()))
                .toList();
    }
}
