package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks whether all records can be found. No record goes when its row in the index does, but nobody would find it, and packages would leave
 * it out. Each time it counts a part, from the newest records to the oldest and then again: that takes milliseconds, however long the trail is.
 */
@Component(
        property = {
            HealthCheck.NAME + "=trail-index",
            HealthCheck.TAGS + "=console",
            "kreiswerk.title=Suche im Prüfpfad"
        })
public final class IndexCheck implements HealthCheck {

    private static final int PART = 20_000;

    private final Transactions transactions;
    private final int part;
    /** What comes behind this number was counted in this round. */
    private long counted = Long.MAX_VALUE;

    private Part hole;

    /**
     * Records of which some may not be found.
     *
     * @param after the number behind which they begin
     * @param last the number of the last one
     * @param missing how many are not found
     * @param isEnd whether no earlier ones are there
     */
    private record Part(long after, long last, long missing, boolean isEnd) {}

    /**
     * Checks.
     *
     * @param transactions the database
     * @param schema the trail's tables
     */
    @Activate
    public IndexCheck(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, PART);
    }

    IndexCheck(Transactions transactions, int part) {
        this.transactions = transactions;
        this.part = part;
    }

    @Override
    public synchronized Result execute() {
        if (hole != null) {
            // Until it is mended: otherwise what was found would be forgotten a minute later.
            long last = hole.last();
            hole = holeIn(last);
        }
        if (hole == null) {
            long last = counted;
            Part next = transactions.call(tx -> part(tx, last));
            counted = next.isEnd() ? Long.MAX_VALUE : next.after();
            hole = next.missing() > 0 ? next : null;
        }
        return hole == null
                ? Findings.ok(
                        "Alle Einträge sind zu finden, soweit gezählt",
                        "All records are found, as far as they were counted")
                : Findings.critical(
                        "Im Suchindex des Prüfpfads fehlen Einträge zwischen Nummer " + (hole.after() + 1) + " und "
                                + hole.last() + ": " + hole.missing()
                                + ". Die Suche und Prüfpakete lassen sie aus; die Einträge selbst sind davon nicht berührt."
                                + " Leeren Sie die Tabellen audit_index, audit_hour und audit_kind: Die Plattform legt sie neu an",
                        "The trail's search index lacks records between number " + (hole.after() + 1) + " and "
                                + hole.last() + ": " + hole.missing()
                                + ". Search and packages leave them out; the records themselves are not affected."
                                + " Empty the tables audit_index, audit_hour and audit_kind: the platform makes them anew");
    }

    private Part holeIn(long last) {
        Part again = transactions.call(tx -> part(tx, last));
        return again.missing() > 0 ? again : null;
    }

    private Part part(Transaction tx, long counted) throws SQLException {
        long last = Math.min(counted, new IndexTable(tx).last());
        RetentionTable removed = new RetentionTable(tx);
        long minimum;
        long after;
        long found;
        do {
            minimum = removed.minimum();
            after = Math.max(minimum, last - part);
            found = found(tx, after, last);
            // Rows of what is removed meanwhile are missing rightly.
        } while (removed.minimum() != minimum);
        return new Part(after, last, Math.max(0, last - after - found), after <= minimum);
    }

    /** By its kind too: without that a row is found by nothing but its object. */
    private static long found(Transaction tx, long after, long last) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select count(*) from audit_index i join audit_kind k on k.kind = i.kind"
                        + " where i.seq > ? and i.seq <= ?")) {
            select.setLong(1, after);
            select.setLong(2, last);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
