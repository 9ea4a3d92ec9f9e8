package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.api.PaperDocument.Table;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.Arrays;
import java.util.List;

/** A Markdown table: rows between pipes, a rule of dashes below the heads. */
final class PipeTableLayout implements TableLayout {

    @Override
    public List<Table> tablesIn(LabelledLines passage) {
        return Blocks.of(passage.lines(), line -> line.text().startsWith("|")).stream()
                .map(block -> block.stream()
                        .filter(Line::hasWords)
                        .map(PipeTableLayout::cells)
                        .toList())
                .filter(rows -> rows.size() >= 2)
                .map(rows -> Grid.table(passage.label(), rows))
                .toList();
    }

    private static List<String> cells(Line line) {
        String text = line.text();
        int end = text.length() > 1 && text.endsWith("|") ? text.length() - 1 : text.length();
        return Arrays.stream(text.substring(1, end).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
