package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.NewHold;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.audit.api.RetentionState;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.PeopleOnly;
import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.kept.CopyAge;
import de.kreiswerk.audit.log.kept.Erasable;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.HeldPersons;
import de.kreiswerk.audit.log.kept.HoldTable;
import de.kreiswerk.audit.log.kept.Objections;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.audit.log.kept.Removed;
import de.kreiswerk.audit.log.kept.RetentionProblems;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.audit.log.seal.Sealing;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.Erasures;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.secret.SecretBox;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes down who wants what to go or to stay. {@link Removal} carries it out. */
@Component
public final class RetentionService implements Retention {

    private static final String AREA = "audit";
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_TYPE = 60;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_SUBJECT = 64;

    private final Transactions transactions;
    private final AuditTrailService trail;
    private final Evidence evidence;
    private final Supplier<List<LogSigner>> signers;
    private final RetentionTimes times;
    private final Objections objections;
    private final Clock clock;

    /** There while there is a trail: it is told who looks at whom an offer or a hold is about, and why. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SensitiveReads reads;

    /**
     * Takes down.
     *
     * @param transactions the database
     * @param trail where it is recorded
     * @param secrets has the key of the evidence
     * @param sealing signs what the archive's copy holds
     * @param times how long records are kept
     * @param objections whether somebody can still act
     * @param schema the trail's tables
     */
    @Activate
    public RetentionService(
            @Reference Transactions transactions,
            @Reference AuditTrailService trail,
            @Reference SecretBox secrets,
            @Reference Sealing sealing,
            @Reference RetentionTimes times,
            @Reference Objections objections,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, trail, new Evidence(secrets), sealing::signers, times, objections, Clock.systemUTC());
    }

    RetentionService(
            Transactions transactions,
            AuditTrailService trail,
            Evidence evidence,
            Supplier<List<LogSigner>> signers,
            RetentionTimes times,
            Objections objections,
            Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.evidence = evidence;
        this.signers = signers;
        this.times = times;
        this.objections = objections;
        this.clock = clock;
    }

    @Override
    public RetentionState state(Caller caller) {
        caller.require(AuditPermissions.READ_RETENTION, Grant.ALL);
        return transactions.call(tx -> {
            long minimum = new RetentionTable(tx).minimum();
            Due due = new Due(tx, times, clock.instant());
            List<Hold> holds = new HoldTable(tx, evidence).inForce();
            long until = due.until(minimum, holds);
            return new RetentionState(
                    times.years(),
                    times.otherwise(),
                    times.wrong(),
                    minimum,
                    until,
                    !holds.isEmpty() && due.until(minimum, List.of()) > until);
        });
    }

    @Override
    public List<Hold> holds(Caller caller) {
        caller.require(AuditPermissions.READ_RETENTION, Grant.ALL);
        return noted(caller, "Hold", transactions.call(tx -> new HoldTable(tx, evidence).all()));
    }

    private <T> List<T> noted(Caller caller, String type, List<T> shown) {
        SensitiveReads listening = reads;
        if (listening != null && !shown.isEmpty()) {
            listening.noteList(caller, AREA, type, Map.of(), shown.size());
        }
        return shown;
    }

    @Override
    public Hold place(Caller caller, NewHold wanted) {
        caller.require(AuditPermissions.RETENTION, Grant.ALL);
        Hold hold = checked(caller, wanted);
        return transactions.call(tx -> {
            new RetentionTable(tx).lock();
            HoldTable holds = new HoldTable(tx, evidence);
            Optional<Hold> same = holds.inForce().stream()
                    .filter(placed -> isSame(placed, hold))
                    .findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            mustCoverSomething(tx, hold);
            holds.add(hold);
            AuditEvent event = event(caller, "hold.placed", "Hold", hold.id(), "reason", hold.reason());
            if (hold.objectId() != null) {
                event = event.with("objectType", hold.objectType()).with("objectId", hold.objectId());
            }
            if (hold.subject() != null) {
                event = event.with("subject", hold.subject());
            }
            trail.record(event);
            return hold;
        });
    }

    /** Who mistypes what they hold would believe that it stays. */
    private static void mustCoverSomething(Transaction tx, Hold hold) throws SQLException {
        if (hold.objectId() != null && new HeldPersons(tx).isInVain(hold)) {
            throw RetentionProblems.holdInvalid(
                    "objectId",
                    "Zu diesem Objekt gibt es keinen Eintrag, die Sperre würde nichts halten. Übernehmen Sie Objekttyp und"
                            + " Kennung genau so, wie sie in einem Eintrag des Prüfpfads stehen; eine Vorlagennummer ist"
                            + " keine Kennung.",
                    "There is no record of this object: the hold would keep nothing. Take over type and id exactly as a"
                            + " record of the trail has them; the reference of a proposal is no id.");
        }
        if (hold.subject() != null && !Erasable.isKnown(tx, hold.subject())) {
            throw RetentionProblems.holdInvalid(
                    "subject",
                    "Der Prüfpfad kennt diese Person nicht, oder hat sie vergessen. Gefragt ist die zufällige Kennung, die"
                            + " in Einträgen steht.",
                    "The trail does not know this person, or has forgotten them. Asked for is the random id that records"
                            + " have.");
        }
    }

    /** By a second click. */
    private static boolean isSame(Hold one, Hold other) {
        return Objects.equals(one.objectType(), other.objectType())
                && Objects.equals(one.objectId(), other.objectId())
                && Objects.equals(one.subject(), other.subject())
                && one.reason().equals(other.reason());
    }

    private Hold checked(Caller caller, NewHold wanted) {
        String reason = stripped(wanted.reason());
        if (reason == null || reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON || hasNul(reason)) {
            throw RetentionProblems.holdInvalid(
                    "reason",
                    "Nennen Sie den Grund in 3 bis " + LONGEST_REASON + " Zeichen, etwa das Aktenzeichen.",
                    "Give the reason in 3 to " + LONGEST_REASON + " characters, such as the reference of the case.");
        }
        String type = part("objectType", wanted.objectType(), LONGEST_TYPE);
        String id = part("objectId", wanted.objectId(), LONGEST_ID);
        String subject = part("subject", wanted.subject(), LONGEST_SUBJECT);
        if ((type == null) != (id == null)) {
            throw RetentionProblems.holdInvalid(
                    "objectId",
                    "Ein Objekt braucht beides: Objekttyp und Kennung.",
                    "An object takes both: its type and its id.");
        }
        if (id != null && subject != null) {
            throw RetentionProblems.holdInvalid(
                    "subject",
                    "Eine Sperre erfasst ein Objekt oder eine Person. Legen Sie zwei an.",
                    "A hold covers an object or a person. Place two.");
        }
        return new Hold(UUID.randomUUID().toString(), type, id, subject, reason, now(), caller.subject(), null, null);
    }

    private static String part(String field, String text, int longest) {
        String part = stripped(text);
        if (part != null && (part.length() > longest || part.chars().anyMatch(Character::isISOControl))) {
            throw RetentionProblems.holdInvalid(
                    field,
                    "Objekttyp, Kennung oder Person ist zu lang oder enthält Steuerzeichen.",
                    "Type, id or person is too long or has control characters.");
        }
        return part;
    }

    /** PostgreSQL keeps none. */
    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** Null when nothing is left. */
    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public void lift(Caller caller, String id) {
        caller.require(AuditPermissions.RETENTION, Grant.ALL);
        transactions.call(tx -> {
            new RetentionTable(tx).lock();
            HoldTable holds = new HoldTable(tx, evidence);
            Hold hold = holds.find(id).orElseThrow(RetentionProblems::noHold);
            if (hold.inForce()) {
                holds.lift(id, now(), caller.subject());
                trail.record(AuditEvent.success(caller, AREA, "hold.lifted", "Hold", id));
            }
            return null;
        });
    }

    @Override
    public List<Offer> offers(Caller caller) {
        caller.require(AuditPermissions.READ_RETENTION, Grant.ALL);
        return noted(caller, "Offer", transactions.call(tx -> new OfferTable(tx, evidence).all()));
    }

    @Override
    public Offer offerDue(Caller caller) {
        caller.require(AuditPermissions.RETENTION, Grant.ALL);
        PeopleOnly.require(caller);
        return transactions.call(tx -> {
            long minimum = new RetentionTable(tx).lock();
            OfferTable offers = new OfferTable(tx, evidence);
            if (offers.underWay().stream().anyMatch(offer -> !offer.isPerson())) {
                throw RetentionProblems.offerOpen();
            }
            if (new Removed(tx, evidence).isHiding()) {
                throw RetentionProblems.hidden();
            }
            long until = new Due(tx, times, clock.instant()).until(minimum, new HoldTable(tx, evidence).inForce());
            if (until <= minimum) {
                throw RetentionProblems.nothingDue(times.wrong());
            }
            Offer offer = offer(caller, null, minimum + 1, until);
            offers.add(offer);
            trail.record(AuditEvent.success(caller, AREA, "records.offered", "Offer", offer.id())
                    .with("first", String.valueOf(offer.first()))
                    .with("last", String.valueOf(offer.last())));
            return offer;
        });
    }

    @Override
    public Offer offerPerson(Caller caller, String wanted) {
        caller.require(Erasures.PERMISSION, Grant.ALL);
        PeopleOnly.require(caller);
        String subject = wanted == null ? "" : wanted.strip();
        return transactions.call(tx -> {
            new RetentionTable(tx).lock();
            Erasable erasable = new Erasable(tx, evidence);
            if (subject.startsWith(Platform.PREFIX) || hasNul(subject) || !Erasable.isKnown(tx, subject)) {
                throw RetentionProblems.personUnknown();
            }
            refuseIf(objections.to(subject));
            refuseIf(erasable.hold(subject));
            if (erasable.isOffered(subject)) {
                throw RetentionProblems.offerOpen();
            }
            Offer offer = offer(caller, subject, 0, 0);
            new OfferTable(tx, evidence).add(offer);
            trail.record(AuditEvent.success(caller, AREA, "person.offered", "Offer", offer.id())
                    .with("subject", subject));
            return offer;
        });
    }

    private static void refuseIf(Optional<ProblemException> problem) {
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    private Offer offer(Caller caller, String subject, long first, long last) {
        return new Offer(
                UUID.randomUUID().toString(),
                subject,
                first,
                last,
                now(),
                caller.subject(),
                null,
                Decision.OPEN,
                null,
                null,
                null,
                null);
    }

    @Override
    public void withdraw(Caller caller, String id) {
        caller.require(AuditPermissions.READ_RETENTION, Grant.ALL);
        transactions.call(tx -> {
            // Before it is looked at: nothing begins to go any more.
            new RetentionTable(tx).lock();
            OfferTable offers = new OfferTable(tx, evidence);
            Offer offer = offers.find(id).orElseThrow(RetentionProblems::noOffer);
            caller.require(offer.isPerson() ? Erasures.PERMISSION : AuditPermissions.RETENTION, Grant.ALL);
            if (offers.findProven(id).isPresent() && hasBegun(tx, offer)) {
                throw RetentionProblems.begun();
            }
            decide(tx, caller, id, Decision.WITHDRAWN, offer.reference());
            // Without the reference, which is the archive's words and would count as typed by whoever takes back.
            trail.record(AuditEvent.success(caller, AREA, "offer.withdrawn", "Offer", id));
            return null;
        });
    }

    private boolean hasBegun(Transaction tx, Offer offer) throws SQLException {
        return !offer.isPerson() && new Removed(tx, evidence).lastOf(offer) >= offer.first();
    }

    @Override
    public void writeCopy(Caller caller, String id, OutputStream out) throws IOException {
        caller.require(AuditPermissions.ARCHIVE, Grant.ALL);
        Offer offer = transactions.call(tx -> toCopy(tx, id));
        ArchiveCopy copy = ArchiveCopy.of(transactions, trail, signers.get(), offer);
        transactions.call(tx -> {
            trail.record(AuditEvent.success(caller, AREA, "offer.fetched", "Offer", id)
                    .with("records", String.valueOf(copy.records())));
            return null;
        });
        copy.write(clock.instant(), out);
        // Only what arrived counts as fetched, and the last bytes may still be in a buffer.
        out.flush();
        transactions.call(tx -> {
            new OfferTable(tx, evidence).fetched(id, now(), copy.size());
            return null;
        });
    }

    /** Whoever can merely write into the database is to get nobody's records decrypted. */
    private Offer toCopy(Transaction tx, String id) throws SQLException {
        OfferTable offers = new OfferTable(tx, evidence);
        Offer offer = offers.find(id).orElseThrow(RetentionProblems::noOffer);
        boolean isRemoved = !offer.isPerson() && new RetentionTable(tx).minimum() >= offer.first();
        if (offer.done() != null || offer.decision() == Decision.WITHDRAWN || isRemoved) {
            throw RetentionProblems.done();
        }
        return offers.findProven(id).orElseThrow(RetentionProblems::notProven);
    }

    @Override
    public void decide(Caller caller, String id, boolean taken, String reference) {
        caller.require(AuditPermissions.ARCHIVE, Grant.ALL);
        PeopleOnly.require(caller);
        String note = stripped(reference);
        if (note != null && (note.length() > LONGEST_REFERENCE || hasNul(note))) {
            throw RetentionProblems.referenceTooLong();
        }
        transactions.call(tx -> {
            Offer offer = new OfferTable(tx, evidence).find(id).orElseThrow(RetentionProblems::noOffer);
            if (offer.madeBy().equals(caller.subject())) {
                throw RetentionProblems.ownOffer();
            }
            if (taken && offer.fetched() == null) {
                throw RetentionProblems.notFetched();
            }
            if (taken
                    && offer.isPerson()
                    && offer.decision() == Decision.OPEN
                    && new CopyAge(transactions, evidence).isOutdated(offer)) {
                throw RetentionProblems.outdated();
            }
            decide(tx, caller, id, taken ? Decision.TAKEN : Decision.REFUSED, note);
            trail.record(event(caller, taken ? "offer.taken" : "offer.refused", "Offer", id, "reference", note));
            return null;
        });
    }

    private void decide(Transaction tx, Caller caller, String id, Decision decision, String reference)
            throws SQLException {
        OfferTable offers = new OfferTable(tx, evidence);
        if (!offers.decide(id, decision, reference, now(), caller.subject())) {
            boolean isChanged = offers.unproven().stream().map(Offer::id).anyMatch(id::equals);
            throw isChanged ? RetentionProblems.notProven() : RetentionProblems.decided();
        }
    }

    /** What people type may name somebody: it is kept as something that tells of whoever typed it. */
    private static AuditEvent event(Caller caller, String action, String type, String id, String field, String typed) {
        AuditEvent event = AuditEvent.success(caller, AREA, action, type, id);
        return typed == null ? event : event.withPersonal(caller.subject(), field, typed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
