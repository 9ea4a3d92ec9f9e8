package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.erasure.ErasuresService;
import de.kreiswerk.audit.log.kept.Erasable;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.HoldTable;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.InsertOnlyTables;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.api.secret.SecretBox;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Carries out what provably was decided, unless a hold came in between or the times were made longer: then it waits. First it is noted, in one
 * transaction with its record, how many records at the beginning are no longer to be looked for; then they are deleted, part by part,
 * and after a crash the rest of them.
 */
@Component(
        service = LeasedWork.class,
        property = {LeasedWork.NAME + "=audit.retention", LeasedWork.INTERVAL_MILLIS + ":Long=10000"})
public final class Removal implements LeasedWork {

    private static final int PART = 1_000;

    /** Then the lease is looked after. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Transactions transactions;
    private final AuditTrail trail;
    private final ErasuresService erasures;
    private final InsertOnlyTables tables;
    private final Evidence evidence;
    private final RetentionTimes times;
    private final Objections objections;
    private final Clock clock;

    /**
     * Carries out.
     *
     * @param transactions the database
     * @param trail where it is recorded
     * @param erasures erases persons
     * @param tables removes records, which the platform otherwise cannot
     * @param secrets has the key of the evidence
     * @param times how long records are kept
     * @param objections whether somebody can still act
     * @param schema the trail's tables
     */
    @Activate
    public Removal(
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference ErasuresService erasures,
            @Reference InsertOnlyTables tables,
            @Reference SecretBox secrets,
            @Reference RetentionTimes times,
            @Reference Objections objections,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, trail, erasures, tables, new Evidence(secrets), times, objections, Clock.systemUTC());
    }

    Removal(
            Transactions transactions,
            AuditTrail trail,
            ErasuresService erasures,
            InsertOnlyTables tables,
            Evidence evidence,
            RetentionTimes times,
            Objections objections,
            Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.erasures = erasures;
        this.tables = tables;
        this.evidence = evidence;
        this.times = times;
        this.objections = objections;
        this.clock = clock;
    }

    @Override
    public void run(Lease lease) {
        List<Offer> waiting = transactions.call(tx -> new OfferTable(tx, evidence).waiting());
        for (Offer offer : waiting) {
            if (offer.isPerson()) {
                transactions.call(tx -> erase(tx, lease, offer));
            } else if (transactions.call(tx -> raise(tx, lease, offer))) {
                remove(lease, offer);
            }
        }
    }

    private Void erase(Transaction tx, Lease lease, Offer offer) throws SQLException {
        lease.confirm(tx);
        new RetentionTable(tx).lock();
        boolean mayAct = objections.to(offer.subject()).isPresent();
        if (!mayAct && !new Erasable(tx, evidence).isHeld(offer.subject())) {
            erasures.erase(tx, Platform.at(clock.instant()), offer.subject(), offer.id());
            new OfferTable(tx, evidence).done(offer.id(), now());
        }
        return null;
    }

    /** Whether the records of the offer are no longer to be looked for. */
    private boolean raise(Transaction tx, Lease lease, Offer offer) throws SQLException {
        lease.confirm(tx);
        RetentionTable table = new RetentionTable(tx);
        long minimum = table.lock();
        if (minimum >= offer.last()) {
            return true;
        }
        if (new Due(tx, times, clock.instant()).until(minimum, new HoldTable(tx, evidence).inForce()) < offer.last()) {
            return false;
        }
        table.raise(offer.last());
        trail.record(AuditEvent.success(Platform.at(clock.instant()), "audit", "records.removed", "Offer", offer.id())
                .with("first", String.valueOf(offer.first()))
                .with("last", String.valueOf(offer.last())));
        return true;
    }

    private void remove(Lease lease, Offer offer) {
        long begun = System.nanoTime();
        long after = offer.first() - 1;
        while (after < offer.last()) {
            if (System.nanoTime() - begun > LONGEST_NANOS) {
                return;
            }
            long from = after;
            List<Long> tickets = new ArrayList<>();
            after = transactions.call(tx -> next(tx, from, offer.last(), tickets));
            tables.delete("audit_record", "ticket", tickets);
            long until = after;
            transactions.call(tx -> forget(tx, lease, from, until));
        }
        transactions.call(tx -> {
            lease.confirm(tx);
            new OfferTable(tx, evidence).done(offer.id(), now());
            return null;
        });
    }

    /** The tickets of the next records that are still there, and the number up to which they reach. */
    private static long next(Transaction tx, long after, long last, List<Long> tickets) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select o.seq, o.ticket from audit_order o join audit_record r on r.ticket = o.ticket"
                        + " where o.seq > ? and o.seq <= ? order by o.seq fetch first ? rows only")) {
            select.setLong(1, after);
            select.setLong(2, last);
            select.setInt(3, PART);
            try (ResultSet row = select.executeQuery()) {
                long reached = last;
                tickets.clear();
                while (row.next()) {
                    reached = row.getLong(1);
                    tickets.add(row.getLong(2));
                }
                return tickets.size() < PART ? last : reached;
            }
        }
    }

    private static Void forget(Transaction tx, Lease lease, long after, long until) throws SQLException {
        lease.confirm(tx);
        try (PreparedStatement delete =
                tx.connection().prepareStatement("delete from audit_index where seq > ? and seq <= ?")) {
            delete.setLong(1, after);
            delete.setLong(2, until);
            delete.executeUpdate();
        }
        try (PreparedStatement delete =
                tx.connection().prepareStatement("delete from audit_hour where last_seq <= ?")) {
            delete.setLong(1, until);
            delete.executeUpdate();
        }
        return null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
