package de.kreiswerk.proposals.web.papers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts sums below the columns that they are the sums of. A snapshot does not say where they stood: a sum belongs to a column
 * when its numbers add up to it.
 */
final class Totals {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d{3})*(,\\d+)?");

    private Totals() {}

    /**
     * The row of sums.
     *
     * @param rows the rows, each of the same length
     * @param totals the sums, in the order of their columns
     * @return a cell for each column, empty where there is no sum; an empty list when a sum finds no column behind the first
     */
    static List<String> row(List<List<String>> rows, List<String> totals) {
        if (rows.isEmpty() || totals.isEmpty()) {
            return List.of();
        }
        int width = rows.get(0).size();
        List<String> row = new ArrayList<>(Collections.nCopies(width, ""));
        int column = 1;
        for (String total : totals) {
            while (column < width && !addsUp(rows, column, total)) {
                column++;
            }
            if (column == width) {
                return List.of();
            }
            row.set(column, total);
            column++;
        }
        return row;
    }

    private static boolean addsUp(List<List<String>> rows, int column, String total) {
        BigDecimal sum = BigDecimal.ZERO;
        for (List<String> row : rows) {
            BigDecimal number = number(row.get(column));
            if (number == null) {
                return false;
            }
            sum = sum.add(number);
        }
        BigDecimal stated = number(total);
        return stated != null && stated.compareTo(sum) == 0;
    }

    /** A number as Germans write it, zero for an empty cell, null for anything else. */
    private static BigDecimal number(String cell) {
        String digits = cell.replaceAll("[\\s\\u00a0]|€|EUR", "").replace('−', '-');
        if (digits.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return NUMBER.matcher(digits).matches()
                ? new BigDecimal(digits.replace(".", "").replace(',', '.'))
                : null;
    }
}
