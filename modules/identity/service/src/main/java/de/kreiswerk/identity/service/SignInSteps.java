package de.kreiswerk.identity.service;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who has shown the password and not yet the second factor, for a few minutes. */
final class SignInSteps {

    private static final Duration HOLDS = Duration.ofMinutes(5);
    private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Sql sql;
    private final Instant now;

    SignInSteps(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    void insert(String accountId, String secret) throws SQLException {
        sql.update("delete from identity_sign_in_step where expires < ?", now);
        sql.update(
                "insert into identity_sign_in_step (hash, account_id, expires) values (?, ?, ?)",
                Secrets.sha256(secret),
                accountId,
                now.plus(HOLDS));
    }

    Optional<String> account(String secret) throws SQLException {
        if (secret == null || !POSSIBLE.matcher(secret).matches()) {
            return Optional.empty();
        }
        return sql.one(
                "select account_id from identity_sign_in_step where hash = ? and expires > ?",
                row -> row.getString(1),
                Secrets.sha256(secret),
                now);
    }

    /** False when somebody else was faster. */
    boolean use(String secret) throws SQLException {
        return sql.update("delete from identity_sign_in_step where hash = ?", Secrets.sha256(secret)) > 0;
    }

    static void removeAll(Sql sql, String accountId) throws SQLException {
        sql.update("delete from identity_sign_in_step where account_id = ?", accountId);
    }
}
