package de.kreiswerk.audit.log.erasure;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.MasterKey;
import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.kept.CopyAge;
import de.kreiswerk.audit.log.kept.DestroyedKeys;
import de.kreiswerk.audit.log.kept.DestroyedKeys.Destroyed;
import de.kreiswerk.audit.log.kept.Erasable;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.Objections;
import de.kreiswerk.audit.log.kept.RetentionProblems;
import de.kreiswerk.audit.log.kept.TypedReasons;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.audit.Erasures;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys keys of persons, and notes whose outside of the database. At the start both are brought together: whom only the
 * list knows was erased after the backup that this database was restored from, and is erased again. Whom only the database knows is
 * noted in the list when the platform provably erased them: what somebody else destroyed, a backup shall bring back.
 */
@Component(
        service = {Erasures.class, ErasuresService.class},
        immediate = true)
public final class ErasuresService implements Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(ErasuresService.class);

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Consumer<String> forget;
    private final Evidence evidence;
    private final Objections objections;
    private final ErasureList list;
    private final Clock clock;
    /** Who is erased and could not be noted, and when that was. */
    private final Map<String, Instant> missing = new ConcurrentHashMap<>();

    /**
     * Brings list and database together.
     *
     * @param context knows the data directory
     * @param transactions the database
     * @param trail holds the keys
     * @param secrets has the key of the evidence that the archive decided
     * @param objections whether somebody can still act
     * @throws IOException when the list cannot be read
     */
    @Activate
    public ErasuresService(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference AuditTrailService trail,
            @Reference SecretBox secrets,
            @Reference Objections objections)
            throws IOException {
        this(
                transactions,
                trail,
                trail::forget,
                new Evidence(secrets),
                objections,
                ErasureList.beside(MasterKey.file(System.getenv(), Path.of(context.getProperty("kreiswerk.data")))),
                Clock.systemUTC());
    }

    ErasuresService(
            Transactions transactions,
            AuditTrail trail,
            Consumer<String> forget,
            Evidence evidence,
            Objections objections,
            ErasureList list,
            Clock clock)
            throws IOException {
        this.transactions = transactions;
        this.trail = trail;
        this.forget = forget;
        this.evidence = evidence;
        this.objections = objections;
        this.list = list;
        this.clock = clock;
        reconcile();
    }

    @Override
    public boolean erase(Caller caller, String subject) {
        caller.require(PERMISSION, Grant.ALL);
        return transactions.call(tx -> {
            Offer offer = new Erasable(tx, evidence).require(subject);
            if (!objections.areAllThere(clock.instant())) {
                throw RetentionProblems.nobodyToAsk();
            }
            Optional<ProblemException> objection = objections.to(subject);
            if (objection.isPresent()) {
                throw objection.get();
            }
            if (new CopyAge(transactions, evidence).isTakenOutdated(offer)) {
                throw RetentionProblems.outdated();
            }
            return erase(tx, caller, subject, null, false);
        });
    }

    /**
     * Erases a person after the archive has decided; that no hold covers them is known.
     *
     * @param tx the transaction of the decision's end
     * @param caller who does it
     * @param subject the person's random id
     * @param offer the id of the offer to the archive
     * @throws SQLException when the database fails
     */
    public void erase(Transaction tx, Caller caller, String subject, String offer) throws SQLException {
        erase(tx, caller, subject, offer, false);
    }

    private boolean erase(Transaction tx, Caller caller, String subject, String offer, boolean again)
            throws SQLException {
        Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!new DestroyedKeys(tx, evidence).destroy(subject, time)) {
            return false;
        }
        new TypedReasons(tx).erase(subject, time);
        AuditEvent event = AuditEvent.success(caller, "platform", "subject.erased", "Subject", subject)
                .with("again", String.valueOf(again));
        trail.record(offer == null ? event : event.with("offer", offer));
        tx.afterCommit(() -> {
            forget.accept(subject);
            if (!again) {
                note(subject, time);
            }
        });
        return true;
    }

    private void note(String subject, Instant time) {
        missing.put(subject, time);
        noteMissing();
    }

    private synchronized void noteMissing() {
        missing.forEach((subject, time) -> {
            try {
                list.add(subject, time);
                missing.remove(subject);
            } catch (IOException e) {
                // It is done all the same, and tried again.
                LOG.error("The erasure of {} was not noted in {}: {}", subject, list.file(), e.toString());
            }
        });
    }

    /** Where erasures are noted. */
    Path file() {
        return list.file();
    }

    /** Whether all are noted, and the next one can be. Notes what is still missing. */
    boolean isNoting() {
        noteMissing();
        return missing.isEmpty() && list.isWritable();
    }

    /** Whose keys are destroyed although the platform, as far as it can prove, erased nobody. */
    List<String> unproven() {
        List<String> unproven = transactions.call(tx -> new DestroyedKeys(tx, evidence).all()).stream()
                .filter(key -> !key.isProven())
                .map(Destroyed::subject)
                .toList();
        if (unproven.isEmpty()) {
            return unproven;
        }
        try {
            Set<String> listed = list.subjects();
            return unproven.stream()
                    .filter(subject -> !listed.contains(subject))
                    .toList();
        } catch (IOException e) {
            LOG.error("{} cannot be read: {}", list.file(), e.toString());
            return unproven;
        }
    }

    private void reconcile() throws IOException {
        Set<String> listed = list.subjects();
        Set<String> erased = new HashSet<>();
        for (Destroyed key : transactions.call(tx -> new DestroyedKeys(tx, evidence).all())) {
            erased.add(key.subject());
            if (key.isProven() || listed.contains(key.subject())) {
                eraseReasons(key);
            }
            if (listed.contains(key.subject())) {
                prove(key);
            } else if (key.isProven()) {
                note(key.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
        }
        for (String subject : listed) {
            if (!erased.contains(subject)
                    && transactions.call(tx -> erase(tx, Platform.at(clock.instant()), subject, null, true))) {
                LOG.warn("{} was erased after the backup that this database comes from, and is erased again", subject);
            }
        }
    }

    /** Versions before left them, and somebody may just have asked when the key was destroyed. */
    private void eraseReasons(Destroyed key) {
        Instant time = key.time() == null ? clock.instant() : key.time();
        transactions.call(tx -> {
            new TypedReasons(tx).erase(key.subject(), time);
            return null;
        });
    }

    /** The list is not in the database: who is in it was erased, perhaps by a version without evidence. */
    private void prove(Destroyed key) {
        if (!key.isProven()) {
            Instant time = key.time() == null ? clock.instant() : key.time();
            transactions.call(tx -> {
                new DestroyedKeys(tx, evidence).note(key.subject(), time.truncatedTo(ChronoUnit.MILLIS));
                return null;
            });
        }
    }
}
