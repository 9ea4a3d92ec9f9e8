package de.kreiswerk.audit.log;

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
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A data key for each person, made at the first record about them. */
final class SubjectKeys {

    /** Keys kept in memory; beyond that the database is asked again. */
    private static final int CACHED = 10_000;

    private final AesGcm aes = new AesGcm();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> cache = new ConcurrentHashMap<>();
    private final SecretKey master;

    SubjectKeys(SecretKey master) {
        this.master = master;
    }

    String encrypt(Transaction tx, PersonalField field, String recordId) {
        try {
            byte[] sealed = aes.encrypt(
                    key(tx, field.subject()),
                    field.value().getBytes(StandardCharsets.UTF_8),
                    context(recordId, field.name()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException | SQLException e) {
            throw new PersistenceFailure("A personal field cannot be encrypted: " + e.getMessage(), e);
        }
    }

    String decrypt(Transaction tx, String subject, String recordId, String name, String sealed) {
        try {
            byte[] plain =
                    aes.decrypt(key(tx, subject), Base64.getUrlDecoder().decode(sealed), context(recordId, name));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | SQLException e) {
            throw new PersistenceFailure("A personal field cannot be decrypted: " + e.getMessage(), e);
        }
    }

    void forget(String subject) {
        cache.remove(subject);
    }

    private SecretKey key(Transaction tx, String subject) throws SQLException, GeneralSecurityException {
        SecretKey cached = cache.get(subject);
        if (cached != null) {
            return cached;
        }
        SecretKey key = load(tx, subject);
        if (key == null) {
            key = create(tx, subject);
        }
        SecretKey found = key;
        // Only after the commit: the row of a key that was made in a transaction that fails is gone.
        tx.afterCommit(() -> {
            if (cache.size() >= CACHED) {
                cache.clear();
            }
            cache.put(subject, found);
        });
        return key;
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
                    throw new PersistenceFailure("The key of subject " + subject + " was destroyed", null);
                }
                return new SecretKeySpec(aes.decrypt(master, wrapped, subject), "AES");
            }
        }
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
