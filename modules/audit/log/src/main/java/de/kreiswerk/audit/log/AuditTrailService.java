package de.kreiswerk.audit.log;

import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.Removed;
import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes records within the transaction of what they record, and reads them in sequence. */
@Component(service = {AuditTrail.class, AuditTrailService.class})
public final class AuditTrailService implements AuditTrail {

    /** Bytes; others read the log in bundles that state each record's length in 16 bits (C2SP tlog-tiles). */
    private static final int MAX_CANONICAL = 65_535;

    private static final int MAX_READ = 10_000;

    private static final String SELECT = "select o.seq, r.id, r.recorded, r.area, r.action, r.object_type, r.object_id,"
            + " r.canonical from audit_order o join audit_record r on r.ticket = o.ticket";

    private final Transactions transactions;
    private final SubjectKeys keys;
    private final Evidence evidence;
    private final Clock clock;

    @Activate
    public AuditTrailService(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema)
            throws IOException {
        this(
                transactions,
                MasterKey.find(
                        System.getenv(), Path.of(context.getProperty("kreiswerk.data")), noKeysYet(transactions)));
        transactions.call(tx -> {
            keys.mustOpenWhatIsThere(tx);
            return null;
        });
    }

    private AuditTrailService(Transactions transactions, SecretKey master) {
        this(transactions, new SubjectKeys(master), new Evidence(new MasterSecretBox(master)), Clock.systemUTC());
    }

    AuditTrailService(Transactions transactions, SubjectKeys keys, Evidence evidence, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public void record(AuditEvent event) {
        Transaction tx = transactions
                .current()
                .orElseThrow(() -> new PersistenceFailure("A record needs the transaction of what it records", null));
        Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = UUID.randomUUID().toString();
        List<PersonalField> personal = new ArrayList<>(event.personal());
        personal.add(new PersonalField(
                event.caller().subject(), "name", event.caller().name()));
        String canonical = RecordFormat.canonical(
                event, id, time, personal, (field, recordId) -> keys.encrypt(tx, field, recordId));
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_CANONICAL) {
            throw new PersistenceFailure("A record may have " + MAX_CANONICAL + " bytes at most", null);
        }
        tx.attachment(PendingRecords.class, () -> {
                    PendingRecords fresh = new PendingRecords();
                    tx.beforeCommit(() -> fresh.write(tx.connection()));
                    return fresh;
                })
                .add(new PendingRecords.NewRecord(
                        id,
                        Timestamp.from(time),
                        event.area(),
                        event.action(),
                        event.objectType(),
                        event.objectId(),
                        canonical,
                        Hashes.leaf(bytes)));
    }

    @Override
    public List<AuditRecord> read(long afterSequence, int limit) {
        return transactions.call(tx -> {
            long from = new Removed(tx, evidence).readingOn(afterSequence);
            try (PreparedStatement select = tx.connection()
                    .prepareStatement(SELECT + " where o.seq > ? order by o.seq fetch first ? rows only")) {
                select.setLong(1, from);
                select.setInt(2, Math.max(1, Math.min(limit, MAX_READ)));
                return read(select);
            }
        });
    }

    /**
     * Reads some records.
     *
     * @param sequences their numbers
     * @return those that there are, in no order
     */
    public List<AuditRecord> read(List<Long> sequences) {
        if (sequences.isEmpty()) {
            return List.of();
        }
        String marks = "?" + ", ?".repeat(sequences.size() - 1);
        return transactions.call(tx -> {
            try (PreparedStatement select =
                    tx.connection().prepareStatement(SELECT + " where o.seq in (" + marks + ")")) {
                for (int i = 0; i < sequences.size(); i++) {
                    select.setLong(i + 1, sequences.get(i));
                }
                return read(select);
            }
        });
    }

    private static List<AuditRecord> read(PreparedStatement select) throws SQLException {
        List<AuditRecord> records = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                records.add(record(row));
            }
        }
        return records;
    }

    /**
     * A record out of a row.
     *
     * @param row begins with seq, id, recorded, area, action, object_type, object_id, canonical
     * @return the record
     * @throws SQLException when it cannot be read
     */
    public static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    /**
     * What a record says of a person.
     *
     * @param value null when it cannot be read any more
     * @param erased when the person was erased, null when they were not
     */
    public record Plain(String value, Instant erased) {}

    /**
     * Reads what a record says of a person. What somebody changed cannot be decrypted, and hides nothing else: its proof tells that it is
     * damaged.
     *
     * @param tx the transaction to read in
     * @param subject the person
     * @param recordId the record
     * @param name the field
     * @param sealed its ciphertext
     * @return what it says
     */
    public Plain open(Transaction tx, String subject, String recordId, String name, String sealed) {
        try {
            return keys.open(tx, subject, recordId, name, sealed);
        } catch (PersistenceFailure e) {
            if (e.getCause() instanceof SQLException) {
                throw e;
            }
            return new Plain(null, null);
        }
    }

    /**
     * A person's key is gone from the database: it shall not stay in memory. Other nodes ask for it anew within a second.
     *
     * @param subject the person
     */
    public void forget(String subject) {
        keys.forget(subject);
    }

    private static boolean noKeysYet(Transactions transactions) {
        return transactions.call(tx -> {
            try (PreparedStatement select = tx.connection()
                            .prepareStatement("select 1 from audit_subject_key fetch first 1 rows only");
                    ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        });
    }
}
