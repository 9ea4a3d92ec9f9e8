package de.kreiswerk.audit.log;

import de.kreiswerk.audit.log.kept.RetentionProblems;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A data key for each person, made at the first record about them. Who reads asks the database for the key each time, so that
 * a destroyed one opens nothing on any node. Who writes may use a key for a second without asking again: what is encrypted with
 * one that was destroyed meanwhile can be read by nobody either.
 */
final class SubjectKeys {

    /** Keys kept in memory; beyond that the database is asked again. */
    private static final int CACHED = 10_000;

    /** One question a second for each person costs a busy writer nothing, and no node has to be told of an erasure. */
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AesGcm aes = new AesGcm();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> cache = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong();
    private final SecretKey master;
    private final LongSupplier nanos;

    /** @param asked before the database was asked, whenever the transaction ends that asked */
    private record Kept(SecretKey key, long asked) {}

    SubjectKeys(SecretKey master) {
        this(master, System::nanoTime);
    }

    SubjectKeys(SecretKey master, LongSupplier nanos) {
        this.master = master;
        this.nanos = nanos;
        this.swept.set(nanos.getAsLong());
    }

    /**
     * Whether it is the master key that wrapped what is there: another one would let a platform begin that cannot go on.
     *
     * @throws PersistenceFailure when it is another one
     */
    void mustOpenWhatIsThere(Transaction tx) throws SQLException {
        try (PreparedStatement select = tx.connection()
                        .prepareStatement("select subject, wrapped from audit_subject_key where wrapped is not null"
                                + " fetch first 1 rows only");
                ResultSet row = select.executeQuery()) {
            if (row.next()) {
                unwrapped(row.getBytes(2), row.getString(1));
            }
        } catch (GeneralSecurityException e) {
            // Without what the cipher says of it: the log begins with the last cause, and that is no sentence.
            throw new PersistenceFailure(
                    "The master key is another one than that with which this database was written. Put that one back;"
                            + " with this one nothing personal can be read or recorded.",
                    null);
        }
    }

    String encrypt(Transaction tx, PersonalField field, String recordId) {
        try {
            byte[] sealed = aes.encrypt(
                    keyToWrite(tx, field.subject()),
                    field.value().getBytes(StandardCharsets.UTF_8),
                    context(recordId, field.name()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException | SQLException e) {
            throw new PersistenceFailure("A personal field cannot be encrypted: " + e.getMessage(), e);
        }
    }

    String decrypt(Transaction tx, String subject, String recordId, String name, String sealed) {
        AuditTrailService.Plain plain = open(tx, subject, recordId, name, sealed);
        if (plain.value() == null) {
            throw new PersistenceFailure("The key of subject " + subject + " was destroyed", null);
        }
        return plain.value();
    }

    /** What stands in a record of a person, and when they were erased; both are null when only the key is gone. Asks once, so that both are of one moment. */
    AuditTrailService.Plain open(Transaction tx, String subject, String recordId, String name, String sealed) {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select wrapped, destroyed from audit_subject_key where subject = ?")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new PersistenceFailure("There is no key of subject " + subject, null);
                }
                byte[] wrapped = row.getBytes(1);
                Timestamp destroyed = row.getTimestamp(2);
                if (destroyed != null || wrapped == null) {
                    // Without a time somebody else destroyed it: that hides nothing else of the record.
                    return new AuditTrailService.Plain(null, destroyed == null ? null : destroyed.toInstant());
                }
                SecretKey key = unwrapped(wrapped, subject);
                byte[] plain = aes.decrypt(key, Base64.getUrlDecoder().decode(sealed), context(recordId, name));
                return new AuditTrailService.Plain(new String(plain, StandardCharsets.UTF_8), null);
            }
        } catch (GeneralSecurityException | IllegalArgumentException | SQLException e) {
            throw new PersistenceFailure("A personal field cannot be decrypted: " + e.getMessage(), e);
        }
    }

    void forget(String subject) {
        cache.remove(subject);
    }

    private SecretKey keyToWrite(Transaction tx, String subject) throws SQLException, GeneralSecurityException {
        long now = nanos.getAsLong();
        Kept kept = cache.get(subject);
        if (kept != null && isFresh(kept, now)) {
            return kept.key();
        }
        SecretKey loaded = load(tx, subject);
        SecretKey key = loaded == null ? create(tx, subject) : loaded;
        // Only after the commit: the row of a key that was made in a transaction that fails is gone.
        tx.afterCommit(() -> keep(subject, new Kept(key, now)));
        return key;
    }

    private void keep(String subject, Kept fresh) {
        long now = nanos.getAsLong();
        sweep(now);
        if (isFresh(fresh, now) && cache.size() < CACHED) {
            cache.put(subject, fresh);
        }
    }

    /** What is not used any more does not stay in memory either, at most once a second. */
    private void sweep(long now) {
        long last = swept.get();
        if (now - last >= KEPT_NANOS && swept.compareAndSet(last, now)) {
            cache.values().removeIf(kept -> !isFresh(kept, now));
        }
    }

    private static boolean isFresh(Kept kept, long now) {
        return now - kept.asked() < KEPT_NANOS;
    }

    private SecretKey load(Transaction tx, String subject) throws SQLException, GeneralSecurityException {
        try (PreparedStatement select =
                tx.connection().prepareStatement("select wrapped from audit_subject_key where subject = ?")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                byte[] wrapped = row.getBytes(1);
                if (wrapped == null) {
                    throw RetentionProblems.personErased();
                }
                return unwrapped(wrapped, subject);
            }
        }
    }

    private SecretKey unwrapped(byte[] wrapped, String subject) throws GeneralSecurityException {
        return new SecretKeySpec(aes.decrypt(master, wrapped, subject), "AES");
    }

    private SecretKey create(Transaction tx, String subject) throws SQLException, GeneralSecurityException {
        byte[] key = new byte[32];
        random.nextBytes(key);
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_subject_key (subject, wrapped, created) values (?, ?, ?)")) {
            insert.setString(1, subject);
            insert.setBytes(2, aes.encrypt(master, key, subject));
            insert.setTimestamp(3, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        }
        return new SecretKeySpec(key, "AES");
    }

    private static String context(String recordId, String name) {
        return recordId + "/" + name;
    }
}
