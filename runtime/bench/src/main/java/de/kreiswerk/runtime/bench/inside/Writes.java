package de.kreiswerk.runtime.bench.inside;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The two transactions that are compared: each writes an item, and with it a record or a plain row of the same size. */
final class Writes {

    private static final String NOTE = "Nothing but a line or two of text, as a note usually is. ".repeat(4);
    private static final String TEXT_SHA256 = "0123456789abcdef".repeat(4);
    private static final String DEPARTMENT = "fachdienst-schule-und-kultur";

    private final Caller caller =
            new Caller("bench", "The benchmark", Set.of(), "platform", Instant.now(), "benchmark-request-1");
    private final Transactions transactions;
    private final AuditTrail trail;
    private volatile String content = "";

    Writes(Transactions transactions, AuditTrail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Finds out how large a record is, so that the plain row is as large. */
    void prepare() throws InterruptedException {
        withRecord();
        awaitNumbers();
        int size = transactions.call(tx -> {
            try (PreparedStatement select = tx.connection()
                            // Among the newest: no index leads to an area, and of a million H2 would read all.
                            .prepareStatement("select max(length(canonical)) from audit_record where area = 'bench'"
                                    + " and ticket > (select max(ticket) from audit_record) - 1000");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
        content = "x".repeat(size);
    }

    void withRecord() {
        transactions.call(tx -> {
            String id = insertItem(tx);
            trail.record(AuditEvent.success(caller, "bench", "item.written", "Item", id)
                    .inDepartment(DEPARTMENT)
                    .with("reference", "2031/00001")
                    .with("textSha256", TEXT_SHA256));
            return null;
        });
    }

    void withExtraRow() {
        transactions.call(tx -> {
            String id = insertItem(tx);
            try (PreparedStatement insert = tx.connection()
                    .prepareStatement("insert into bench_extra"
                            + " (id, recorded, area, action, object_type, object_id, content)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setTimestamp(2, Timestamp.from(Instant.now()));
                insert.setString(3, "bench");
                insert.setString(4, "item.written");
                insert.setString(5, "Item");
                insert.setString(6, id);
                insert.setString(7, content);
                insert.executeUpdate();
            }
            return null;
        });
    }

    private static String insertItem(Transaction tx) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into bench_item (id, name, note, modified) values (?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, "Item " + id);
            insert.setString(3, NOTE);
            insert.setTimestamp(4, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        }
        return id;
    }

    /** Waits until every record has its number, and says for how many milliseconds. */
    long awaitNumbers() throws InterruptedException {
        long begin = System.nanoTime();
        while (pending()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private boolean pending() {
        return transactions.call(tx -> {
            try (PreparedStatement select =
                            tx.connection().prepareStatement("select 1 from audit_pending fetch first 1 rows only");
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }
}
