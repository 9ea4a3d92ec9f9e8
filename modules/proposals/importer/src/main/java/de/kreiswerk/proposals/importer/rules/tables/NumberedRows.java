package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.api.PaperDocument.Table;
import de.kreiswerk.proposals.importer.words.EuroAmount;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Rows that count from 1 in a list of cells.
 *
 * @param cells all cells of the passage
 * @param start where the 1 stands
 * @param columns how many cells further down the next number stands
 * @param count how many rows there are
 */
record NumberedRows(List<String> cells, int start, int columns, int count) {

    static final int MAX_COLUMNS = 12;

    private static final int MAX_HEAD = 80;
    private static final Set<String> NUMBER_HEADS = Set.of("nr.", "nr", "lfd. nr.", "lfd.nr.", "pos.", "lfd. nr");

    /** The rows that begin at a cell, null when none do. The number of columns that makes most rows is the right one. */
    static NumberedRows at(int start, List<String> cells) {
        if (!isNumber(1, cells.get(start))) {
            return null;
        }
        NumberedRows best = null;
        for (int columns = 2; columns <= MAX_COLUMNS; columns++) {
            int count = count(start, columns, cells);
            boolean headed = start >= columns && Wording.isOneOf(NUMBER_HEADS, cells.get(start - columns));
            if ((count >= 2 || headed) && (best == null || count > best.count)) {
                best = new NumberedRows(cells, start, columns, count);
            }
        }
        return best;
    }

    /** Where the cells go on behind the rows. */
    int end() {
        return Math.min(start + columns * count, cells.size());
    }

    Table table(String section) {
        List<List<String>> rows = new ArrayList<>();
        for (int from = start; from < end(); from += columns) {
            rows.add(List.copyOf(cells.subList(from, Math.min(from + columns, cells.size()))));
        }
        return new Table(section, header(), rows, totals());
    }

    private static int count(int start, int columns, List<String> cells) {
        int count = 1;
        while (start + columns * count < cells.size() && isNumber(count + 1, cells.get(start + columns * count))) {
            count++;
        }
        return count;
    }

    private static boolean isNumber(int number, String cell) {
        return cell.length() <= 8 && (cell.equals(Integer.toString(number)) || cell.equals(number + "."));
    }

    // What is too long for a head is the sentence before the table; the first head is then missing.
    private List<String> header() {
        List<String> header = new ArrayList<>();
        for (int i = start - 1;
                i >= 0 && header.size() < columns && cells.get(i).length() <= MAX_HEAD;
                i--) {
            header.add(0, cells.get(i));
        }
        header.addAll(0, Collections.nCopies(columns - header.size(), ""));
        return header;
    }

    private List<String> totals() {
        int label = nextFilled(end());
        if (label < 0 || !TotalWording.is(cells.get(label))) {
            return List.of();
        }
        List<String> totals = new ArrayList<>();
        int last = Math.min(label + columns, cells.size());
        for (int i = label + 1; i < last && (cells.get(i).isEmpty() || EuroAmount.is(cells.get(i))); i++) {
            if (!cells.get(i).isEmpty()) {
                totals.add(cells.get(i));
            }
        }
        return totals;
    }

    private int nextFilled(int from) {
        int last = Math.min(from + MAX_COLUMNS, cells.size());
        for (int i = from; i < last; i++) {
            if (!cells.get(i).isEmpty()) {
                return i;
            }
        }
        return -1;
    }
}
