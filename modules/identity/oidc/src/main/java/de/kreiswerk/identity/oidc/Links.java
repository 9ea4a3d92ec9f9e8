package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which accounts belong to people of a provider, and what they have because it says so. */
final class Links {

    private final Transaction tx;
    private final String provider;
    private final String issuer;

    /**
     * Those of one provider.
     *
     * @param provider its name here: others may have the same issuer, and ask for less
     * @param issuer its issuer: the name may once have been another one's
     */
    Links(Transaction tx, String provider, String issuer) {
        this.tx = tx;
        this.provider = provider;
        this.issuer = issuer;
    }

    /**
     * A role in a department.
     *
     * @param roleId the role
     * @param departmentId the department, empty for everywhere
     */
    record Held(String roleId, String departmentId) {}

    String provider() {
        return provider;
    }

    /** Until the transaction ends, nobody else signs the same person in: what they have is compared and changed in one go. */
    Optional<String> account(String subject) throws SQLException {
        return read(
                        "select account_id from oidc_account where provider = ? and issuer = ? and subject = ? for update",
                        row -> row.getString(1),
                        provider,
                        issuer,
                        subject)
                .stream()
                .findFirst();
    }

    void link(String subject, String accountId, Instant now) throws SQLException {
        update(
                "insert into oidc_account (provider, issuer, subject, account_id, created) values (?, ?, ?, ?, ?)",
                provider,
                issuer,
                subject,
                accountId,
                Timestamp.from(now));
    }

    Set<Held> grants(String accountId) throws SQLException {
        return read(
                "select role_id, department_id from oidc_grant where provider = ? and issuer = ? and account_id = ?",
                row -> new Held(row.getString(1), row.getString(2)),
                provider,
                issuer,
                accountId);
    }

    void granted(String accountId, Held held) throws SQLException {
        update(
                "insert into oidc_grant (provider, issuer, account_id, role_id, department_id) values (?, ?, ?, ?, ?)",
                provider,
                issuer,
                accountId,
                held.roleId(),
                held.departmentId());
    }

    void revoked(String accountId, Held held) throws SQLException {
        update(
                "delete from oidc_grant where provider = ? and issuer = ? and account_id = ? and role_id = ? and department_id = ?",
                provider,
                issuer,
                accountId,
                held.roleId(),
                held.departmentId());
    }

    Set<String> departments(String accountId) throws SQLException {
        return read(
                "select department_id from oidc_department where provider = ? and issuer = ? and account_id = ?",
                row -> row.getString(1),
                provider,
                issuer,
                accountId);
    }

    void joined(String accountId, String departmentId) throws SQLException {
        update(
                "insert into oidc_department (provider, issuer, account_id, department_id) values (?, ?, ?, ?)",
                provider,
                issuer,
                accountId,
                departmentId);
    }

    void left(String accountId, String departmentId) throws SQLException {
        update(
                "delete from oidc_department where provider = ? and issuer = ? and account_id = ? and department_id = ?",
                provider,
                issuer,
                accountId,
                departmentId);
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Set<T> read(String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet rows = select.executeQuery()) {
            Set<T> found = new HashSet<>();
            while (rows.next()) {
                found.add(row.of(rows));
            }
            return found;
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepared(sql, values)) {
            update.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = tx.connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
