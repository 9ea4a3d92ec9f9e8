package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.deployment.api.Signer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of signers, within a transaction. */
public final class SignerTable {

    private static final String SELECT =
            "select id, department, label, verifier, valid_from, valid_until, revoked, reason from deployment_signer";

    private final Sql sql;

    /**
     * Opens it.
     *
     * @param tx the transaction
     */
    public SignerTable(Transaction tx) {
        this.sql = new Sql(tx);
    }

    /** All, by department and label. */
    public List<Signer> all() throws SQLException {
        return sql.list(SignerTable::read, SELECT + " order by department, label, id");
    }

    /** A department's. */
    public List<Signer> of(String department) throws SQLException {
        return sql.list(SignerTable::read, SELECT + " where department = ? order by label, id", department);
    }

    /** One. */
    public Optional<Signer> find(String id) throws SQLException {
        return Sql.cannotBeThere(id)
                ? Optional.empty()
                : sql.list(SignerTable::read, SELECT + " where id = ?", id).stream()
                        .findFirst();
    }

    /** One, whose changes wait for this transaction. */
    public Optional<Signer> lock(String id) throws SQLException {
        return Sql.cannotBeThere(id)
                ? Optional.empty()
                : sql.list(SignerTable::read, SELECT + " where id = ? for update", id).stream()
                        .findFirst();
    }

    /** Adds one. */
    public void insert(Signer signer) throws SQLException {
        sql.update(
                "insert into deployment_signer (id, department, label, verifier, valid_from, valid_until) values (?, ?, ?, ?, ?, ?)",
                signer.id(),
                signer.department(),
                signer.label(),
                signer.key(),
                signer.from(),
                signer.until());
    }

    /** It does not hold any more. */
    public void revoke(String id, Instant now, String reason) throws SQLException {
        sql.update("update deployment_signer set revoked = ?, reason = ? where id = ?", now, reason, id);
    }

    private static Signer read(ResultSet row) throws SQLException {
        return new Signer(
                row.getString("id"),
                row.getString("department"),
                row.getString("label"),
                row.getString("verifier"),
                Sql.instant(row, "valid_from"),
                Sql.instant(row, "valid_until"),
                Sql.instant(row, "revoked"),
                row.getString("reason"));
    }
}
