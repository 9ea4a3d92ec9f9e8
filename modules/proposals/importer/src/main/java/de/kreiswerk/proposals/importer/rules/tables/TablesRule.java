package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import java.util.List;

/** Recognises tables in the passages. Their words stay in the passage as well: a table recognised wrongly loses nothing. */
public final class TablesRule implements Rule {

    private static final List<TableLayout> LAYOUTS =
            List.of(new VerticalTableLayout(), new TabTableLayout(), new PipeTableLayout());

    // A council's table has some hundred cells. Where this much is pasted, it stays text.
    private static final int MAX_LENGTH = 512 * 1024;

    @Override
    public void read(Reading reading) {
        int length = 0;
        for (LabelledLines passage : reading.draft().passages()) {
            length += passage.lines().stream()
                    .mapToInt(line -> line.text().length())
                    .sum();
            if (length <= MAX_LENGTH) {
                LAYOUTS.forEach(layout -> reading.draft().tables().addAll(layout.tablesIn(passage)));
            }
        }
    }
}
