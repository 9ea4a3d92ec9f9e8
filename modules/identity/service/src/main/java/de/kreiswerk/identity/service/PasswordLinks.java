package de.kreiswerk.identity.service;

import de.kreiswerk.identity.api.Account;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links with which somebody chooses a password: each works once, for a day, and there is one for an account. */
final class PasswordLinks {

    static final Duration HOLDS = Duration.ofHours(24);
    private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Sql sql;

    PasswordLinks(Sql sql) {
        this.sql = sql;
    }

    void insert(String accountId, String secret, Instant now) throws SQLException {
        remove(sql, accountId);
        sql.update(
                "insert into identity_password_link (account_id, hash, created, expires) values (?, ?, ?, ?)",
                accountId,
                Secrets.sha256(secret),
                now,
                now.plus(HOLDS));
    }

    /** The account whose password it chooses, empty when it does not work or the account cannot sign in. */
    Optional<String> find(String secret, Instant now) throws SQLException {
        if (secret == null || !POSSIBLE.matcher(secret).matches()) {
            return Optional.empty();
        }
        return sql.one(
                "select l.account_id from identity_password_link l join identity_account a on a.id = l.account_id"
                        + " where l.hash = ? and l.expires > ? and a.state = ?",
                row -> row.getString(1),
                Secrets.sha256(secret),
                now,
                Account.State.ACTIVE.name());
    }

    static void remove(Sql sql, String accountId) throws SQLException {
        sql.update("delete from identity_password_link where account_id = ?", accountId);
    }
}
