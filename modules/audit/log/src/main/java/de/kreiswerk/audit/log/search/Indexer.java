package de.kreiswerk.audit.log.search;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Follows the sequencer: what has a number is found soon after. */
@Component(
        service = LeasedWork.class,
        property = {LeasedWork.NAME + "=audit.index", LeasedWork.INTERVAL_MILLIS + ":Long=500"})
public final class Indexer implements LeasedWork {

    /** Records may have 64 kB, and H2 has a whole result in memory. */
    private static final int BATCH = 500;

    private static final int AT_ONCE = 20;

    private final Transactions transactions;
    private final AuditTrail trail;

    /**
     * Follows.
     *
     * @param transactions the database
     * @param trail what is followed
     */
    @Activate
    public Indexer(@Reference Transactions transactions, @Reference AuditTrail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    @Override
    public void run(Lease lease) {
        // In between the lease is renewed, and a platform that stops is obeyed.
        for (int i = 0; i < AT_ONCE && transactions.call(tx -> indexBatch(tx, lease)) == BATCH; i++) {
            // A full batch: there is more.
        }
    }

    private int indexBatch(Transaction tx, Lease lease) throws java.sql.SQLException {
        IndexTable index = new IndexTable(tx);
        // All that can be done before something is changed: from then on, on H2, others who write wait.
        List<IndexTable.Row> rows =
                trail.read(index.last(), BATCH).stream().map(IndexTable.Row::of).toList();
        if (!rows.isEmpty()) {
            lease.confirm(tx);
            index.add(rows);
        }
        return rows.size();
    }
}
