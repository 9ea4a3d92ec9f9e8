package de.kreiswerk.audit.log;

import de.kreiswerk.audit.log.MissingRecords.Range;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records back that were taken out of the queue before they had a number: the sequencer deletes there, so whoever has the
 * platform's role in the database can, too, and nobody would find, seal or prove such a record. It looks at what came since the last
 * time, and beside that at all records in pieces, from the newest to the first and then again. How far it came is kept in memory
 * only: nobody can change it there. Where rows of audit_order were lost below what is sealed, its records have numbers, which come back with
 * those rows: that is only told.
 */
@Component(
        service = LeasedWork.class,
        property = {LeasedWork.NAME + "=audit.queue-guard", LeasedWork.INTERVAL_MILLIS + ":Long=10000"})
public final class QueueGuard implements LeasedWork {

    private static final Logger LOG = LoggerFactory.getLogger(QueueGuard.class);

    /** What came since the last time, at most: more than can be written in that time. */
    private static final int NEW = 200_000;

    /** Of all the others: some 40 millions a day. */
    private static final int PIECE = 5_000;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Transactions transactions;
    private final Clock clock;
    private final int piece;
    /** The record that had been numbered last at the last look, and the ticket that the next piece ends before. */
    private long looked = Long.MAX_VALUE;

    private long place = Long.MAX_VALUE;
    /** When it was told last that numbers were lost: once a day is enough, however many records that is about. */
    private Instant told = Instant.MIN;

    /**
     * Looks.
     *
     * @param transactions the database
     * @param schema the trail's tables
     */
    @Activate
    public QueueGuard(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, Clock.systemUTC(), PIECE);
    }

    QueueGuard(Transactions transactions, Clock clock, int piece) {
        this.transactions = transactions;
        this.clock = clock;
        this.piece = piece;
    }

    @Override
    public void run(Lease lease) {
        long numbered = transactions.call(tx -> new MissingRecords(tx).lastNumbered());
        // Where somebody put in a record with a large ticket, the next number leads back.
        long from = Math.min(looked, numbered);
        look(lease, transactions.call(tx -> new MissingRecords(tx).around(from, NEW)));
        looked = numbered;

        Range older = transactions.call(tx -> new MissingRecords(tx).before(place, piece));
        look(lease, older);
        boolean isFirst = older.after() + 1 == place;
        place = isFirst ? Long.MAX_VALUE : older.after() + 1;
    }

    private void look(Lease lease, Range range) {
        List<Long> missing = transactions.call(tx -> new MissingRecords(tx).in(range));
        if (missing.isEmpty()) {
            return;
        }
        if (transactions.call(tx -> new MissingRecords(tx).hadNumbers(missing))) {
            tellOfLoss(lease, missing);
        } else {
            putBack(lease, missing);
        }
    }

    private void tellOfLoss(Lease lease, List<Long> missing) {
        Instant now = clock.instant();
        if (now.minus(A_DAY).isBefore(told)) {
            return;
        }
        transactions.call(tx -> {
            lease.confirm(tx);
            note(tx, missing.size(), missing.get(0));
            return null;
        });
        told = now;
        LOG.error(
                "Committed records had no number and were not in the queue audit_pending either: {}, the first of them with ticket {}."
                        + " Numbers are missing below what is sealed, too: so rows of the table audit_order were lost. Put these rows"
                        + " back from a backup; until then nothing is put into the queue here, since new numbers would be in their way."
                        + " The check trail-queue is red until {} days after",
                missing.size(),
                missing.get(0),
                QueueCheck.REMEMBERED.toDays());
    }

    private void putBack(Lease lease, List<Long> missing) {
        int records = transactions.call(tx -> {
            lease.confirm(tx);
            int put = new MissingRecords(tx).putBack(missing);
            if (put > 0) {
                note(tx, put, missing.get(0));
            }
            return put;
        });
        if (records > 0) {
            LOG.error(
                    "Committed records had no number and were not in the queue audit_pending either: {}, the first of them with ticket {}."
                            + " Somebody took them out, and nobody would have found them. They are in the queue again, and get their"
                            + " numbers now. Find out who writes into the database; the check trail-queue stays red for {} days",
                    records,
                    missing.get(0),
                    QueueCheck.REMEMBERED.toDays());
        }
    }

    private void note(Transaction tx, int records, long first) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_requeued (found, records, first_ticket) values (?, ?, ?)")) {
            insert.setTimestamp(1, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
            insert.setInt(2, records);
            insert.setLong(3, first);
            insert.executeUpdate();
        }
    }
}
