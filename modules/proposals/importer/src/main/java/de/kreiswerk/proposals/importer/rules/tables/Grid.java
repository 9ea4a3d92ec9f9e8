package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.api.PaperDocument.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes a table of rows of cells, of which the first holds the column heads. */
final class Grid {

    private Grid() {}

    /** A table, with as many heads as its longest row has cells. */
    static Table table(String section, List<List<String>> cells) {
        List<List<String>> rows = new ArrayList<>();
        List<String> totals = new ArrayList<>();
        for (List<String> row : cells.subList(1, cells.size())) {
            if (TotalWording.isTotal(row)) {
                totals.addAll(TotalWording.amounts(row));
            } else {
                rows.add(List.copyOf(row));
            }
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return new Table(section, padded(cells.get(0), columns), rows, totals);
    }

    private static List<String> padded(List<String> heads, int columns) {
        List<String> padded = new ArrayList<>(heads);
        padded.addAll(Collections.nCopies(Math.max(0, columns - heads.size()), ""));
        return padded;
    }
}
