package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.erasure.ErasuresService;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.HoldTable;
import de.kreiswerk.audit.log.kept.Objections;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.audit.log.kept.Removed;
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
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Carries out what provably was decided, piece by piece. In one transaction it is looked whether it was taken back, a hold came in between,
 * or the times were made longer, and noted, with its record, that a piece is no longer to be looked for; then it is deleted, and after a crash what is left
 * of it. What must not go waits, and all that is behind it.
 */
@Component(
        service = LeasedWork.class,
        property = {LeasedWork.NAME + "=audit.retention", LeasedWork.INTERVAL_MILLIS + ":Long=10000"})
public final class Removal implements LeasedWork {

    /** Then the lease is looked after. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Transactions transactions;
    private final AuditTrail trail;
    private final InsertOnlyTables tables;
    private final Evidence evidence;
    private final RetentionTimes times;
    private final Forgetting forgetting;
    private final Clock clock;
    private final LongSupplier nanos;

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
        this(
                transactions,
                trail,
                erasures,
                tables,
                new Evidence(secrets),
                times,
                objections,
                Clock.systemUTC(),
                System::nanoTime);
    }

    Removal(
            Transactions transactions,
            AuditTrail trail,
            ErasuresService erasures,
            InsertOnlyTables tables,
            Evidence evidence,
            RetentionTimes times,
            Objections objections,
            Clock clock,
            LongSupplier nanos) {
        this.transactions = transactions;
        this.trail = trail;
        this.tables = tables;
        this.evidence = evidence;
        this.times = times;
        this.forgetting = new Forgetting(transactions, trail, erasures, evidence, objections, clock);
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    public void run(Lease lease) {
        List<Offer> waiting = transactions.call(tx -> new OfferTable(tx, evidence).waiting());
        BooleanSupplier hasTime = new LookTime(nanos);
        for (Offer offer : waiting) {
            if (offer.isPerson()) {
                forgetting.forget(lease, offer, hasTime);
            } else {
                remove(lease, offer);
            }
        }
    }

    private void remove(Lease lease, Offer offer) {
        long begun = nanos.getAsLong();
        long after = transactions.call(tx -> beginning(tx, evidence, offer));
        while (after < offer.last()) {
            if (nanos.getAsLong() - begun > LONGEST_NANOS) {
                return;
            }
            long from = after;
            Piece piece = transactions.call(tx -> next(tx, lease, offer, from));
            if (piece.until() == from) {
                return;
            }
            tables.delete("audit_record", "ticket", piece.tickets());
            after = piece.until();
            transactions.call(tx -> forget(tx, lease, from, piece.until()));
        }
        transactions.call(tx -> {
            lease.confirm(tx);
            new OfferTable(tx, evidence).done(offer.id(), now());
            return null;
        });
    }

    /** Behind what is gone for sure: the last piece that was noted may still be there. */
    static long beginning(Transaction tx, Evidence evidence, Offer offer) throws SQLException {
        return Math.max(offer.first() - 1, new Removed(tx, evidence).lastOf(offer) - Piece.LARGEST);
    }

    /** What goes next. From here on nobody is shown it, and a hold comes too late for it, as for what went before. */
    private Piece next(Transaction tx, Lease lease, Offer offer, long after) throws SQLException {
        lease.confirm(tx);
        Removed removed = new Removed(tx, evidence);
        long noted = Math.max(after, removed.lock(offer));
        if (!new OfferTable(tx, evidence).isWaiting(offer.id())) {
            // Somebody took it back meanwhile.
            return new Piece(after, List.of());
        }
        List<Hold> holds = new HoldTable(tx, evidence).inForce();
        Piece piece = Piece.next(tx, times, clock.instant(), holds, after, offer.last());
        if (piece.until() > noted) {
            removed.note(offer, piece.until());
            trail.record(
                    AuditEvent.success(Platform.at(clock.instant()), "audit", "records.removed", "Offer", offer.id())
                            .with("first", String.valueOf(noted + 1))
                            .with("last", String.valueOf(piece.until())));
        }
        return piece;
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
