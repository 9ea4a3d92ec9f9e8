package de.kreiswerk.audit.log.outside;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.log.checkpoint.Obstacle;
import de.kreiswerk.audit.log.outside.CopyTable.Copy;
import de.kreiswerk.audit.log.outside.CopyTable.Posted;
import de.kreiswerk.audit.sendkit.Courier;
import de.kreiswerk.audit.sendkit.HttpAddress;
import de.kreiswerk.audit.sendkit.Post;
import de.kreiswerk.audit.sendkit.Trust;
import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.mail.Outbox;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.api.schedule.LeasedWork;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out signed states: every hour to a file, once a day by mail and by webhook, whichever is set up. */
@Component(
        service = {LeasedWork.class, CheckpointCopies.class},
        property = {LeasedWork.NAME + "=audit.copies", LeasedWork.INTERVAL_MILLIS + ":Long=15000"})
@Designate(ocd = CheckpointCopies.Config.class)
public final class CheckpointCopies implements LeasedWork {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointCopies.class);

    /** For all of a webhook. */
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** After a mail that could not be sent: a mail server that refuses them should not get one every few seconds. */
    private static final Duration MAIL_AGAIN = Duration.ofHours(1);

    /** What goes wrong does so again within a fraction of it, on the node that has the work. */
    private static final Duration LATELY = Duration.ofMinutes(2);

    /** Shorter than a lease: what takes longer is noted by the next run. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final AuditLog log;
    private final Clock clock;
    private final Config config;
    private final Courier courier = new Courier("kreiswerk-copies");
    /** What the courier carries; touched by the one thread that runs the work. */
    private Copy posted;

    private volatile Trouble trouble;

    private record Trouble(Text words, Instant at) {}

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

        /**
         * Who gets a webhook.
         *
         * @return an address, empty for none
         */
        @AttributeDefinition(
                name = "Webhook",
                description =
                        "Adresse (https://…) eines Systems, das andere betreuen. Es bekommt einmal am Tag den neuesten Stand als Text (POST). Leer: keines.",
                required = false)
        String hook() default "";

        /**
         * Whom we believe to be the webhook's host.
         *
         * @return a file's path, empty for whomever Java believes
         */
        @AttributeDefinition(
                name = "Zertifizierungsstelle des Webhooks",
                description =
                        "Absoluter Pfad einer PEM-Datei mit den Zertifikaten, denen dabei vertraut wird. Leer: die, die Java kennt.",
                required = false)
        String hookAuthorities() default "";
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

    @Deactivate
    void close() {
        courier.close();
    }

    @Override
    public void run(Lease lease) throws InterruptedException {
        List<Way> ways = ways();
        Optional<Checkpoint> newest = ways.isEmpty() ? Optional.empty() : log.checkpoint();
        if (newest.isEmpty()) {
            return;
        }
        Text wrong = null;
        for (Way way : ways) {
            try {
                copy(lease, way, newest.get());
            } catch (IOException e) {
                wrong = Obstacle.words(e);
                LOG.warn("A copy of the trail's state did not leave the house: {}", e.getMessage());
            }
        }
        if (wrong != null || !courier.isAway()) {
            trouble = wrong == null ? null : new Trouble(wrong, clock.instant());
        }
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
        if (!config.hook().isBlank()) {
            ways.add(Way.HOOK);
        }
        return ways;
    }

    /** What keeps this node from handing out copies; nothing where another node has the work by now. */
    Optional<Text> trouble() {
        Instant lately = clock.instant().minus(LATELY);
        return Optional.ofNullable(trouble)
                .filter(last -> last.at().isAfter(lately))
                .map(Trouble::words);
    }

    /** Whether there is a newer state than one that left the house. */
    boolean hasGrownSince(Copy copy) {
        return log.checkpoint().map(newest -> newest.size() > copy.size()).orElse(false);
    }

    /** The last copy of a way. */
    Optional<Copy> last(Way way) {
        return transactions.call(tx -> new CopyTable(tx).last(way));
    }

    /** What a way has taken and not handed out yet. */
    Optional<Posted> posted(Way way) {
        return transactions.call(tx -> new CopyTable(tx).posted(way));
    }

    private void copy(Lease lease, Way way, Checkpoint newest) throws IOException, InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (way == Way.MAIL && isOnItsWay(lease, now)) {
            return;
        }
        Optional<Copy> last = last(way);
        if (last.isPresent()
                && (last.get().size() >= newest.size()
                        || now.isBefore(last.get().made().plus(way.period())))) {
            return;
        }
        Copy copy = new Copy(newest.size(), now);
        if (way == Way.FILE) {
            // Before it is noted, and not inside a transaction: a disk that hangs must not hold the database.
            // The same state twice in a file harms nobody.
            confirm(lease);
            append(newest, now);
            note(lease, way, copy);
        } else if (way == Way.HOOK) {
            post(lease, newest, copy);
        } else {
            mail(lease, newest, copy);
        }
    }

    private void append(Checkpoint newest, Instant now) throws IOException {
        Path file = path();
        try {
            new CopyFile(file).append(newest, now);
        } catch (Obstacle e) {
            throw e;
        } catch (IOException e) {
            throw new Obstacle(
                    new Text(
                            "In die Datei " + file + " lässt sich nicht schreiben. Sehen Sie nach Platz und Rechten ("
                                    + e + ")",
                            "The file " + file + " cannot be written to. Look after space and permissions (" + e + ")"),
                    e);
        }
    }

    /** Nobody's lease runs out while a receiver is slow: a later run notes that it has taken what it was sent. */
    private void post(Lease lease, Checkpoint newest, Copy copy) throws IOException, InterruptedException {
        if (!courier.isAway()) {
            HttpAddress address = HttpAddress.of(config.hook())
                    .orElseThrow(() -> new Obstacle(new Text(
                            "Die Adresse des Webhooks für Kopien des Prüfpfads ist keine. Berichtigen Sie die Einstellung",
                            "The address of the webhook for copies of the trail is none. Correct the setting")));
            confirm(lease);
            posted = copy;
            courier.send(
                    new Post(
                            address,
                            new Trust(config.hookAuthorities(), "", ""),
                            LONGEST,
                            Map.of("Content-Type", "text/plain; charset=utf-8"),
                            newest.note().getBytes(StandardCharsets.UTF_8)),
                    LONGEST);
        }
        Optional<Courier.Return> back = courier.returned(WAIT);
        if (back.isEmpty()) {
            return;
        }
        if (back.get().failure() != null) {
            Text said = back.get().failure().why();
            throw new Obstacle(new Text(
                    "Der Webhook hat die Kopie nicht genommen: " + said.german(),
                    "The webhook did not take the copy. Look after the receiver; it was told: " + said.english()));
        }
        note(lease, Way.HOOK, posted);
    }

    private void confirm(Lease lease) {
        transactions.call(tx -> {
            lease.confirm(tx);
            return null;
        });
    }

    private void note(Lease lease, Way way, Copy copy) {
        transactions.call(tx -> {
            lease.confirm(tx);
            new CopyTable(tx).add(way, copy);
            return null;
        });
    }

    /** Put into the outbox is not out of the house: it counts when the mail server has taken it. */
    private void mail(Lease lease, Checkpoint newest, Copy copy) throws IOException {
        Outbox to = readyOutbox();
        if (!Mail.isAddress(config.mail())) {
            throw new Obstacle(new Text(
                    "Die E-Mail-Adresse für Kopien des Prüfpfads ist keine. Berichtigen Sie die Einstellung",
                    "The address for copies of the trail is none. Correct the setting"));
        }
        transactions.call(tx -> {
            lease.confirm(tx);
            CopyTable copies = new CopyTable(tx);
            copies.forgetPosted(Way.MAIL);
            String id = to.put(CopyMail.of(config.mail(), newest, copy.made()));
            copies.post(Way.MAIL, new Posted(id, recipient(), copy));
            return null;
        });
    }

    /** Whether one waits to be sent to the address of today. One that was sent is noted. */
    private boolean isOnItsWay(Lease lease, Instant now) throws IOException {
        Optional<Posted> posted =
                posted(Way.MAIL).filter(each -> each.recipient().equals(recipient()));
        if (posted.isEmpty()) {
            return false;
        }
        Outbox.Fate fate = readyOutbox().fate(posted.get().mail());
        Copy copy = posted.get().copy();
        if (fate == Outbox.Fate.SENT) {
            transactions.call(tx -> {
                lease.confirm(tx);
                CopyTable copies = new CopyTable(tx);
                copies.forgetPosted(Way.MAIL);
                if (copies.last(Way.MAIL)
                        .filter(last -> last.size() >= copy.size())
                        .isEmpty()) {
                    copies.add(Way.MAIL, copy);
                }
                return null;
            });
        } else if (fate == Outbox.Fate.NOT_SENT && now.isBefore(copy.made().plus(MAIL_AGAIN))) {
            throw new Obstacle(new Text(
                    "Die E-Mail mit dem Stand des Prüfpfads wurde nicht gesendet; der Postausgang sagt, warum",
                    "The mail with the trail's state was not sent; the outbox says why"));
        }
        return fate == Outbox.Fate.WAITING;
    }

    private Outbox readyOutbox() throws IOException {
        Outbox to = outbox;
        if (to == null || !to.isReady()) {
            throw new Obstacle(new Text(
                    "Der Versand von E-Mail ist nicht eingerichtet. Richten Sie ihn in den Einstellungen ein",
                    "Sending mail is not set up. Set it up among the settings"));
        }
        return to;
    }

    private String recipient() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(config.mail().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private Path path() throws IOException {
        try {
            return Path.of(config.file().strip());
        } catch (InvalidPathException e) {
            throw new Obstacle(
                    new Text(
                            "Die Datei für Kopien des Prüfpfads hat keinen gültigen Namen. Berichtigen Sie die Einstellung",
                            "The file for copies of the trail has no valid name. Correct the setting"),
                    e);
        }
    }
}
