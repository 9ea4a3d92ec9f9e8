package de.kreiswerk.audit.log.outside;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.log.outside.CopyTable.Copy;
import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.mail.Outbox;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out signed states: every hour to a file, once a day by mail, whichever is set up. */
@Component(
        service = {LeasedWork.class, CheckpointCopies.class},
        property = {LeasedWork.NAME + "=audit.copies", LeasedWork.INTERVAL_MILLIS + ":Long=15000"})
@Designate(ocd = CheckpointCopies.Config.class)
public final class CheckpointCopies implements LeasedWork {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointCopies.class);

    private final Transactions transactions;
    private final AuditLog log;
    private final Clock clock;
    private final Config config;
    private volatile String trouble;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Outbox outbox;

    /** Where copies go. */
    @ObjectClassDefinition(
            name = "Prüfpfad: Kopien außer Haus",
            description =
                    "Wer Datenbank und Schlüssel hat, kann einen anderen Prüfpfad erfinden, solange niemand sonst einen Stand aufhebt. Hier steht, wohin signierte Stände gehen; sie enthalten nur Prüfsummen.")
    public @interface Config {

        /**
         * The file.
         *
         * @return its path, empty for none
         */
        @AttributeDefinition(
                name = "Datei",
                description =
                        "Absoluter Pfad einer Datei auf einem Laufwerk, das andere betreuen. Legen Sie sie einmal leer an. Jede Stunde kommt der neueste Stand dazu. Leer: keine.",
                required = false)
        String file() default "";

        /**
         * Who gets mail.
         *
         * @return an address, empty for none
         */
        @AttributeDefinition(
                name = "E-Mail",
                description =
                        "Adresse außerhalb der Verwaltung des Systems, etwa der Rechnungsprüfung. Sie bekommt einmal am Tag den neuesten Stand. Leer: keine.",
                required = false)
        String mail() default "";
    }

    /**
     * Hands out.
     *
     * @param transactions the database
     * @param log what was signed
     * @param schema the trail's tables
     * @param config where copies go
     */
    @Activate
    public CheckpointCopies(
            @Reference Transactions transactions,
            @Reference AuditLog log,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema,
            Config config) {
        this(transactions, log, config, Clock.systemUTC());
    }

    CheckpointCopies(Transactions transactions, AuditLog log, Config config, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void run(Lease lease) {
        List<Way> ways = ways();
        Optional<Checkpoint> newest = ways.isEmpty() ? Optional.empty() : log.checkpoint();
        if (newest.isEmpty()) {
            return;
        }
        String wrong = null;
        for (Way way : ways) {
            try {
                copy(lease, way, newest.get());
            } catch (UncheckedIOException e) {
                wrong = e.getCause().toString();
                LOG.warn("A copy of the trail's state did not leave the house: {}", wrong);
            }
        }
        trouble = wrong;
    }

    /** By which ways copies leave the house. */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        if (!config.file().isBlank()) {
            ways.add(Way.FILE);
        }
        if (!config.mail().isBlank()) {
            ways.add(Way.MAIL);
        }
        return ways;
    }

    /** What kept this node from handing out a copy, the last time. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether there is a newer state than one that left the house. */
    boolean hasGrownSince(Copy copy) {
        return log.checkpoint().map(newest -> newest.size() > copy.size()).orElse(false);
    }

    /** The last copy of a way. */
    Optional<Copy> last(Way way) {
        return transactions.call(tx -> new CopyTable(tx).last(way));
    }

    private void copy(Lease lease, Way way, Checkpoint newest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Copy> last = last(way);
        if (last.isPresent()
                && (last.get().size() >= newest.size()
                        || now.isBefore(last.get().made().plus(way.period())))) {
            return;
        }
        Copy copy = new Copy(newest.size(), now);
        try {
            if (way == Way.FILE) {
                // Before it is noted, and not inside a transaction: a disk that hangs must not hold the database.
                // The same state twice in a file harms nobody.
                transactions.call(tx -> {
                    lease.confirm(tx);
                    return null;
                });
                new CopyFile(path()).append(newest, now);
                note(lease, way, copy, () -> {});
            } else {
                note(lease, way, copy, () -> mail(newest, now));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Lease lease, Way way, Copy copy, Runnable withIt) {
        transactions.call(tx -> {
            lease.confirm(tx);
            new CopyTable(tx).add(way, copy);
            withIt.run();
            return null;
        });
    }

    private void mail(Checkpoint newest, Instant now) {
        Outbox to = outbox;
        if (to == null || !to.isReady()) {
            throw new UncheckedIOException(new IOException("Sending mail is not set up"));
        }
        if (!Mail.isAddress(config.mail())) {
            throw new UncheckedIOException(new IOException("The address for copies of the trail is none"));
        }
        to.put(CopyMail.of(config.mail(), newest, now));
    }

    private Path path() throws IOException {
        try {
            return Path.of(config.file().strip());
        } catch (InvalidPathException e) {
            throw new IOException("The file for copies of the trail has no valid name", e);
        }
    }
}
