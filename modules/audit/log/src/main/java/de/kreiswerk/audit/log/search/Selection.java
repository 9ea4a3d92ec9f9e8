package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All records that fit to a query, for a package. Read in parts, so that no transaction is a long one. */
final class Selection {

    private static final int PART = 10_000;

    /** Records that are read at once: each may be long. */
    private static final int READ = 250;

    private final Transactions transactions;
    private final AuditTrailService trail;
    private final TrailQuery query;
    private final OwnActs own;

    Selection(Transactions transactions, AuditTrailService trail, TrailQuery query) {
        this.transactions = transactions;
        this.trail = trail;
        this.query = query;
        this.own = new OwnActs(query);
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
            List<Long> found = part.stream().map(Found::sequence).toList();
            for (int i = 0; i < found.size(); i += READ) {
                numbers.addAll(packed(found.subList(i, Math.min(i + READ, found.size()))));
            }
            after = found.isEmpty() ? after : found.get(found.size() - 1);
            if (numbers.size() > AuditSearch.LARGEST_PACKAGE) {
                throw tooLarge();
            }
        } while (part.size() == PART);
    }

    private List<Long> packed(List<Long> found) {
        if (!own.mayBeAskedFor()) {
            return found;
        }
        Set<Long> leftOut = trail.read(found).stream()
                .map(RecordText::of)
                .filter(own::leaveOut)
                .map(RecordText::sequence)
                .collect(Collectors.toSet());
        return found.stream().filter(each -> !leftOut.contains(each)).toList();
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
