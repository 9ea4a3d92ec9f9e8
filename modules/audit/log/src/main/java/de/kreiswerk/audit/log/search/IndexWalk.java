package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.audit.log.search.Walk.Differences;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks along the trail, from the first record to the last and then again, and compares each with what it is found by. No record goes when its
 * row in the index is taken out or changed, but nobody would find it, and packages would leave it out. It reads only, and remembers in one
 * row how far it came: nobody who writes waits for it.
 */
@Component(
        service = LeasedWork.class,
        property = {LeasedWork.NAME + "=audit.index-walk", LeasedWork.INTERVAL_MILLIS + ":Long=5000"})
public final class IndexWalk implements LeasedWork {

    private static final Logger LOG = LoggerFactory.getLogger(IndexWalk.class);

    /** Records in a run: some 30 millions a day. */
    private static final int PART = 2_000;

    /** Records may have 64 kB, and H2 has a whole result in memory. */
    private static final int BATCH = 250;

    private final Transactions transactions;
    private final Clock clock;
    private final int part;
    private final int batch;

    /**
     * Walks.
     *
     * @param transactions the database
     * @param schema the trail's tables
     */
    @Activate
    public IndexWalk(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, Clock.systemUTC(), PART, BATCH);
    }

    IndexWalk(Transactions transactions, Clock clock, int part, int batch) {
        this.transactions = transactions;
        this.clock = clock;
        this.part = part;
        this.batch = batch;
    }

    /**
     * Numbers of records.
     *
     * @param removed the last that was removed
     * @param indexed the last that is in the index
     * @param numbered the last of all
     */
    private record Ends(long removed, long indexed, long numbered) {}

    @Override
    public void run(Lease lease) {
        Walk before = transactions.call(
                tx -> new WalkTable(tx).read().map(WalkTable.Remembered::walk).orElse(Walk.NONE));
        Walk walk = next(before, transactions.call(IndexWalk::ends));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Walk after = walk.isRound() ? walk.ended(now) : walk;
        transactions.call(tx -> {
            lease.confirm(tx);
            new WalkTable(tx).write(after, now);
            return null;
        });
        tell(before.differences(), after.differences());
    }

    private Walk next(Walk before, Ends ends) {
        // Where it was emptied it is walked from its beginning.
        boolean isAnew = before.isRound() || ends.indexed() < before.place();
        Walk walk = (isAnew ? before.anew(ends.numbered()) : before).from(ends.removed());
        // What is not in the index yet is waited for.
        long until = Math.min(walk.place() + part, Math.min(walk.target(), ends.indexed()));
        while (walk.place() < until) {
            long next = Math.min(walk.place() + batch, until);
            walk = walk.to(next, differences(walk.place(), next));
        }
        return walk;
    }

    /** At the second look as well: in between two statements an index may be emptied, and made anew. */
    private List<Long> differences(long after, long until) {
        List<Long> different = transactions.call(tx -> new Comparison(tx).differences(after, until));
        if (different.isEmpty()) {
            return different;
        }
        List<Long> still = new ArrayList<>(different);
        still.retainAll(transactions.call(tx -> new Comparison(tx).differences(after, until)));
        return still;
    }

    private static Ends ends(Transaction tx) throws SQLException {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select coalesce(max(seq), 0) from audit_order");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Ends(new RetentionTable(tx).minimum(), new IndexTable(tx).last(), row.getLong(1));
        }
    }

    private static void tell(Differences before, Differences after) {
        if (after.areThere() && !before.areThere()) {
            LOG.error(
                    "The trail's search index differs from its records, first at number {}: search and packages may leave them out. How many"
                            + " there are is told by the check trail-index",
                    after.first());
        } else if (before.areThere() && !after.areThere()) {
            LOG.info("The trail's search index fits its records again");
        }
    }
}
