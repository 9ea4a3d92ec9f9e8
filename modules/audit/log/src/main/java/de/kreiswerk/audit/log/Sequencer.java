package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Numbers committed records. Numbering within the transaction would make all writers wait for each other; behind it, one
 * sequencer numbers what came in since the last time with three statements.
 *
 * <p>Order: the ticket of a record is drawn as the last step before its commit. A write that begins after another was
 * acknowledged draws its ticket later, so its number is larger, whether both are numbered in one go or not.
 */
@Component(
        service = LeasedWork.class,
        property = {LeasedWork.NAME + "=audit.sequencer", LeasedWork.INTERVAL_MILLIS + ":Long=40"})
public final class Sequencer implements LeasedWork {

    private static final int BATCH = 10_000;

    /** After so many looks for nothing every other one is left out: 80 ms later is within the 100 ms that a number may take. */
    private static final int QUIET = 50;

    private final Transactions transactions;
    /** How often nothing was there in a row; touched by the one thread that runs the work. */
    private int quiet;

    @Activate
    public Sequencer(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this.transactions = transactions;
    }

    @Override
    public void run(Lease lease) {
        quiet++;
        if (quiet > QUIET && quiet % 2 == 0) {
            return;
        }
        int numbered = numberBatch(lease);
        if (numbered > 0) {
            quiet = 0;
        }
        while (numbered == BATCH) {
            // A full batch: there is more.
            numbered = numberBatch(lease);
        }
    }

    private int numberBatch(Lease lease) {
        return transactions.call(tx -> {
            if (nothingPending(tx)) {
                return 0;
            }
            lease.confirm(tx);
            long last = lastNumber(tx);
            int numbered = number(tx, last);
            forget(tx, last);
            return numbered;
        });
    }

    private static boolean nothingPending(Transaction tx) throws SQLException {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select 1 from audit_pending fetch first 1 rows only");
                ResultSet row = select.executeQuery()) {
            return !row.next();
        }
    }

    /** Not below what is sealed: where the end was cut off, the numbers of what is gone are not given again. */
    private static long lastNumber(Transaction tx) throws SQLException {
        try (PreparedStatement select = tx.connection()
                        .prepareStatement("select greatest((select coalesce(max(seq), 0) from audit_order),"
                                + " (select coalesce(max(tree_size), 0) from audit_checkpoint))");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int number(Transaction tx, long last) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_order (seq, ticket)"
                        + " select ? + row_number() over (order by ticket), ticket from"
                        + " (select ticket from audit_pending order by ticket fetch first ? rows only) as pending")) {
            insert.setLong(1, last);
            insert.setInt(2, BATCH);
            return insert.executeUpdate();
        }
    }

    /**
     * Exactly what was just numbered: records that were committed in between stay pending. Looked up one by one, because H2
     * would carry out an uncorrelated subquery anew for every row that is deleted.
     */
    private static void forget(Transaction tx, long last) throws SQLException {
        try (PreparedStatement delete = tx.connection()
                .prepareStatement("delete from audit_pending where exists (select 1 from audit_order"
                        + " where audit_order.ticket = audit_pending.ticket and audit_order.seq > ?)")) {
            delete.setLong(1, last);
            delete.executeUpdate();
        }
    }
}
