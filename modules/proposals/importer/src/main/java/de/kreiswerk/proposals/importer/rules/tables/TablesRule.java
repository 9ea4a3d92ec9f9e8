package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.importer.reading.LabelledLines;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import java.util.List;

/** Recognises tables in the passages. Their words stay in the passage as well: a table recognised wrongly loses nothing. */
public final class TablesRule implements Rule {

    private static final List<TableLayout> LAYOUTS =
            List.of(new VerticalTableLayout(), new TabTableLayout(), new PipeTableLayout());

    @Override
    public void read(Reading reading) {
        for (LabelledLines passage : reading.draft().passages()) {
            LAYOUTS.forEach(layout -> reading.draft().tables().addAll(layout.tablesIn(passage)));
        }
    }
}
