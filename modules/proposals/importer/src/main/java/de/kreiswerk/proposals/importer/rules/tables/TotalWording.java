package de.kreiswerk.proposals.importer.rules.tables;

import de.kreiswerk.proposals.importer.words.Wording;
import java.util.List;
import java.util.Set;

/** The words that begin a row of sums. */
final class TotalWording {

    private static final Set<String> TOTALS = Set.of(
            "gesamt",
            "gesamt:",
            "summe",
            "summe:",
            "insgesamt",
            "insgesamt:",
            "gesamtsumme",
            "gesamtsumme:",
            "zusammen");

    private TotalWording() {}

    static boolean is(String cell) {
        return Wording.isOneOf(TOTALS, cell);
    }

    static boolean isTotal(List<String> row) {
        return row.stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .filter(TotalWording::is)
                .isPresent();
    }

    static List<String> amounts(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty() && !is(cell)).toList();
    }
}
