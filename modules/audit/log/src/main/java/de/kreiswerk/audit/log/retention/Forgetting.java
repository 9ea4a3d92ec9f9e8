package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.erasure.ErasuresService;
import de.kreiswerk.audit.log.kept.CopyAge;
import de.kreiswerk.audit.log.kept.Erasable;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.Mentions;
import de.kreiswerk.audit.log.kept.Objections;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.schedule.Lease;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Forgets a person after the archive has decided. What was decided is of its time: who can act again meanwhile is not forgotten because of
 * it, however long ago, but offered anew, and nothing goes with them that came since the archive's copy.
 */
final class Forgetting {

    private final Transactions transactions;
    private final AuditTrail trail;
    private final ErasuresService erasures;
    private final Evidence evidence;
    private final Objections objections;
    private final Clock clock;
    /** How far behind each copy was looked. What a copy lacks it lacks for good. */
    private final Map<String, Mentions.Look> looks = new ConcurrentHashMap<>();

    Forgetting(
            Transactions transactions,
            AuditTrail trail,
            ErasuresService erasures,
            Evidence evidence,
            Objections objections,
            Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.erasures = erasures;
        this.evidence = evidence;
        this.objections = objections;
        this.clock = clock;
    }

    /** Or waits, or ends the offer. */
    void forget(Lease lease, Offer offer, BooleanSupplier hasTime) {
        if (!objections.areAllThere(clock.instant()) || !transactions.call(tx -> isFree(tx, lease, offer))) {
            return;
        }
        Mentions mentions = new Mentions(transactions);
        long last = mentions.last();
        // Without the locks: it may take long. What came since is looked at with them.
        if (!isAllCopied(offer, last, hasTime)) {
            return;
        }
        transactions.call(tx -> {
            if (isFree(tx, lease, offer) && !isTakenBehind(mentions, offer, last)) {
                erasures.erase(tx, Platform.at(clock.instant()), offer.subject(), offer.id());
                new OfferTable(tx, evidence).done(offer.id(), now());
            }
            return null;
        });
    }

    /** After a hold of years there is more behind a copy than can be looked through while the lease lasts: then it goes on next time. */
    private boolean isAllCopied(Offer offer, long last, BooleanSupplier hasTime) {
        if (offer.decision() != Decision.TAKEN) {
            return true;
        }
        String copy = offer.id() + ' ' + offer.fetched();
        Mentions.Look look = looks.getOrDefault(copy, new Mentions.Look(0, false));
        if (!look.isFound() && hasTime.getAsBoolean()) {
            look = new CopyAge(transactions, evidence).look(offer, look.until(), hasTime);
            looks.put(copy, look);
        }
        return !look.isFound() && look.until() >= last;
    }

    private static boolean isTakenBehind(Mentions mentions, Offer offer, long last) {
        return offer.decision() == Decision.TAKEN && mentions.isSealedBehind(offer.subject(), last);
    }

    /** Until the commit it stays so. */
    private boolean isFree(Transaction tx, Lease lease, Offer offer) throws SQLException {
        lease.confirm(tx);
        new RetentionTable(tx).lock();
        OfferTable offers = new OfferTable(tx, evidence);
        if (!offers.isWaiting(offer.id())) {
            return false;
        }
        Optional<ProblemException> objection = objections.to(offer.subject());
        if (objection.isPresent()) {
            endIfTheyCanAct(offers, offer, objection.get().problem());
            return false;
        }
        return new Erasable(tx, evidence).hold(offer.subject()).isEmpty();
    }

    /** While nobody can be asked nobody knows. */
    private void endIfTheyCanAct(OfferTable offers, Offer offer, Problem objection) throws SQLException {
        if (objection.kind() != Problem.Kind.CONFLICT) {
            return;
        }
        Caller platform = Platform.at(clock.instant());
        if (offers.decide(offer.id(), Decision.WITHDRAWN, offer.reference(), now(), platform.subject())) {
            trail.record(AuditEvent.success(platform, "audit", "offer.withdrawn", "Offer", offer.id())
                    .with("subject", offer.subject())
                    .with("reason", objection.code()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
