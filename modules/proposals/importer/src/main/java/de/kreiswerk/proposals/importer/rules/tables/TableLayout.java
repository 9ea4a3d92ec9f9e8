package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.api.PaperDocument.Table;
import de.kreiswerk.proposals.importer.reading.LabelledLines;
import java.util.List;

/** One way in which a table comes out of a copied text. */
interface TableLayout {

    /** The tables of a passage, in order. */
    List<Table> tablesIn(LabelledLines passage);
}
