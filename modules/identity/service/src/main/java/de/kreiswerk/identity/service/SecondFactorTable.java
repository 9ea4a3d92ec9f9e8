package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.secret.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes second factors. */
final class SecondFactorTable {

    private static final String PURPOSE = "identity.totp";
    private static final int LONGEST_CODE = 100;
    private static final Duration TO_BE_CONFIRMED = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorTable.class);

    private final Sql sql;
    private final SecretBox box;

    SecondFactorTable(Sql sql, SecretBox box) {
        this.sql = sql;
        this.box = box;
    }

    record Stored(byte[] key, boolean confirmed, long lastStep) {}

    boolean isActive(String accountId) throws SQLException {
        return isActive(sql, accountId);
    }

    static boolean isActive(Sql sql, String accountId) throws SQLException {
        return sql.number(
                        "select count(*) from identity_second_factor where account_id = ? and confirmed = true",
                        accountId)
                > 0;
    }

    /** What was sealed with another master key is as good as none. What began long ago and was never confirmed is none. */
    Optional<Stored> find(String accountId, String lock, Instant now) throws SQLException {
        return sql.one(
                        "select secret, confirmed, last_step, created from identity_second_factor where account_id = ?"
                                + lock,
                        row -> row.getBoolean("confirmed")
                                        || Sql.instant(row, "created")
                                                .plus(TO_BE_CONFIRMED)
                                                .isAfter(now)
                                ? stored(accountId, row)
                                : Optional.<Stored>empty(),
                        accountId)
                .flatMap(found -> found);
    }

    private Optional<Stored> stored(String accountId, ResultSet row) throws SQLException {
        Optional<byte[]> key = box.open(PURPOSE, accountId, row.getString("secret"));
        if (key.isEmpty()) {
            LOG.warn("The second factor of account {} was sealed with another master key", accountId);
            return Optional.empty();
        }
        return Optional.of(new Stored(key.get(), row.getBoolean("confirmed"), row.getLong("last_step")));
    }

    /** What began and was not confirmed: whoever began it may have been somebody else. */
    static void forgetUnconfirmed(Sql sql, String accountId) throws SQLException {
        sql.update("delete from identity_second_factor where account_id = ? and confirmed = false", accountId);
    }

    void begin(String accountId, byte[] key, Instant now) throws SQLException {
        remove(sql, accountId);
        sql.update(
                "insert into identity_second_factor (account_id, secret, confirmed, last_step, created)"
                        + " values (?, ?, false, 0, ?)",
                accountId,
                box.seal(PURPOSE, accountId, key),
                now);
    }

    void confirm(String accountId) throws SQLException {
        sql.update("update identity_second_factor set confirmed = true where account_id = ?", accountId);
    }

    /** In place of those that there are. */
    void recoveryCodes(String accountId, Iterable<String> codes) throws SQLException {
        sql.update("delete from identity_recovery_code where account_id = ?", accountId);
        for (String code : codes) {
            sql.update(
                    "insert into identity_recovery_code (account_id, hash) values (?, ?)",
                    accountId,
                    Secrets.sha256(plain(code)));
        }
    }

    /** False when there was none that was confirmed. What began and was never confirmed goes in any case. */
    static boolean remove(Sql sql, String accountId) throws SQLException {
        boolean active = isActive(sql, accountId);
        sql.update("delete from identity_recovery_code where account_id = ?", accountId);
        sql.update("delete from identity_sign_in_step where account_id = ?", accountId);
        sql.update("delete from identity_second_factor where account_id = ?", accountId);
        return active;
    }

    long recoveryCodes(String accountId) throws SQLException {
        return sql.number("select count(*) from identity_recovery_code where account_id = ?", accountId);
    }

    /** Whether a code is right, which it is once: the step of an app's code is noted, a recovery code is gone. */
    boolean uses(String accountId, String typed, Instant now) throws SQLException {
        if (typed == null || typed.length() > LONGEST_CODE) {
            return false;
        }
        String code = plain(typed);
        return code.matches("[0-9]{6}") ? usesApp(accountId, code, now) : usesRecovery(accountId, code);
    }

    private boolean usesApp(String accountId, String code, Instant now) throws SQLException {
        Stored stored = find(accountId, " for update", now).orElse(null);
        if (stored == null) {
            return false;
        }
        long current = Totp.step(now);
        for (long step = current - Totp.TOLERATED_STEPS; step <= current + Totp.TOLERATED_STEPS; step++) {
            boolean right = MessageDigest.isEqual(bytes(Totp.code(stored.key(), step)), bytes(code));
            if (right && step > stored.lastStep()) {
                sql.update("update identity_second_factor set last_step = ? where account_id = ?", step, accountId);
                return true;
            }
        }
        return false;
    }

    private boolean usesRecovery(String accountId, String code) throws SQLException {
        return sql.update(
                        "delete from identity_recovery_code where account_id = ? and hash = ?",
                        accountId,
                        Secrets.sha256(code))
                > 0;
    }

    /** Without what people add for reading: blanks, hyphens, capitals. */
    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
