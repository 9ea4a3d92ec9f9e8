package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.List;

/** All records that fit to a query, for a package. Read in parts, so that no transaction is a long one. */
final class Selection {

    private static final int PART = 10_000;

    private final Transactions transactions;
    private final TrailQuery query;

    Selection(Transactions transactions, TrailQuery query) {
        this.transactions = transactions;
        this.query = query;
    }

    /** Their numbers up to one, in order. */
    long[] upTo(long last) {
        List<Long> numbers = new ArrayList<>();
        for (Finder.Stretch stretch : transactions.call(tx -> new Finder(tx, query, PART).whole())) {
            add(stretch, last, numbers);
        }
        if (numbers.isEmpty()) {
            throw nothing();
        }
        return numbers.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void add(Finder.Stretch stretch, long last, List<Long> numbers) {
        List<Found> part;
        long after = 0;
        do {
            long behind = after;
            part = transactions.call(tx -> new Finder(tx, query, PART).numbers(stretch, behind, last, PART));
            for (Found each : part) {
                numbers.add(each.sequence());
                after = each.sequence();
            }
            if (numbers.size() > AuditSearch.LARGEST_PACKAGE) {
                throw tooLarge();
            }
        } while (part.size() == PART);
    }

    private static ProblemException nothing() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "nothing-to-export",
                new Text("Nichts zu exportieren", "Nothing to export"),
                new Text(
                        "Dazu gibt es keinen versiegelten Eintrag. Versiegelt wird Sekunden nach dem Schreiben; sonst ändern Sie den Filter.",
                        "There is no sealed record of that kind. Sealing comes seconds after writing; otherwise change the filter."));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.Kind.UNPROCESSABLE,
                "package-too-large",
                new Text("Zu viele Einträge", "Too many records"),
                new Text(
                        "Ein Prüfpaket umfasst höchstens 1.000.000 Einträge. Grenzen Sie den Zeitraum ein.",
                        "A package holds at most 1,000,000 records. Narrow the time down."));
    }
}
