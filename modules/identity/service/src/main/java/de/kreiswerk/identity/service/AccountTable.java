package de.kreiswerk.identity.service;

import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes accounts. */
final class AccountTable {

    private static final String SELECT =
            "select id, login_name, display_name, email, state, must_change, created, revision, password"
                    + " from identity_account";

    private final Sql sql;

    AccountTable(Sql sql) {
        this.sql = sql;
    }

    /** An account and the hash of its password, which does not leave this bundle. */
    record Stored(Account account, String password) {}

    Stored get(String id) throws SQLException {
        return find("id", id, "").orElseThrow(Refusals::accountNotFound);
    }

    Optional<Account> byId(String id) throws SQLException {
        return find("id", id, "").map(Stored::account);
    }

    /** Holds the row, so that changes of one account come one after the other. */
    Stored lock(String id) throws SQLException {
        return find("id", id, " for update").orElseThrow(Refusals::accountNotFound);
    }

    Optional<Stored> byLogin(String key) throws SQLException {
        return find("login_key", key, "");
    }

    private Optional<Stored> find(String column, String value, String lock) throws SQLException {
        // PostgreSQL keeps no NUL and fails when it is asked for one.
        if (value == null || value.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return sql.one(SELECT + " where " + column + " = ?" + lock, this::stored, value);
    }

    List<Account> list(Readable readable, String text, String after, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(after, Sql.pattern(Names.key(text)), Sql.pattern(text)));
        readable.addTo(values);
        values.add(limit);
        return sql.list(
                SELECT
                        + " where login_key > ? and (login_key like ? escape '!' or lower(display_name) like ? escape '!')"
                        + readable.condition("identity_account.id")
                        + " order by login_key fetch first ? rows only",
                row -> stored(row).account(),
                values.toArray());
    }

    Optional<Account> byLogin(Readable readable, String login) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(Names.key(login)));
        readable.addTo(values);
        return sql.one(
                SELECT + " where login_key = ?" + readable.condition("identity_account.id"),
                row -> stored(row).account(),
                values.toArray());
    }

    void insert(Account account, String password) throws SQLException {
        sql.update(
                "insert into identity_account (id, login_name, login_key, display_name, email, state, password,"
                        + " must_change, created, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account.id(),
                account.loginName(),
                Names.key(account.loginName()),
                account.displayName(),
                account.email(),
                account.state().name(),
                password,
                account.mustChangePassword(),
                account.created(),
                account.revision());
        departments(account);
    }

    void update(Account account) throws SQLException {
        sql.update(
                "update identity_account set login_name = ?, login_key = ?, display_name = ?, email = ?, state = ?,"
                        + " revision = ? where id = ?",
                account.loginName(),
                Names.key(account.loginName()),
                account.displayName(),
                account.email(),
                account.state().name(),
                account.revision(),
                account.id());
        sql.update("delete from identity_account_department where account_id = ?", account.id());
        departments(account);
    }

    /** A link that was given to choose another one does not work any more, nor does a sign-in that waits for its code. */
    void password(String id, String password, boolean mustChange) throws SQLException {
        PasswordLinks.remove(sql, id);
        SignInSteps.removeAll(sql, id);
        sql.update(
                "update identity_account set password = ?, must_change = ?, revision = revision + 1 where id = ?",
                password,
                mustChange,
                id);
        SecondFactorTable.forgetUnconfirmed(sql, id);
    }

    /** Accounts that can sign in and do everything everywhere. */
    long administrators() throws SQLException {
        return sql.number(
                "select count(distinct a.id) from identity_account a join identity_grant g on g.account_id = a.id"
                        + " where g.role_id = ? and g.department_id is null and a.state = ?",
                Role.ADMINISTRATOR,
                Account.State.ACTIVE.name());
    }

    Set<String> departments(String accountId) throws SQLException {
        return new HashSet<>(sql.list(
                "select department_id from identity_account_department where account_id = ?",
                row -> row.getString(1),
                accountId));
    }

    private void departments(Account account) throws SQLException {
        for (String department : account.departments()) {
            sql.update(
                    "insert into identity_account_department (account_id, department_id) values (?, ?)",
                    account.id(),
                    department);
        }
    }

    private Stored stored(ResultSet row) throws SQLException {
        Account account = new Account(
                row.getString("id"),
                row.getString("login_name"),
                row.getString("display_name"),
                row.getString("email"),
                Account.State.valueOf(row.getString("state")),
                departments(row.getString("id")),
                row.getBoolean("must_change"),
                Sql.instant(row, "created"),
                row.getLong("revision"));
        return new Stored(account, row.getString("password"));
    }
}
