package de.kreiswerk.identity.service;

import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes who stands in for whom. */
final class DeputyTable {

    private static final int MOST = 1_000;
    private static final String SELECT =
            "select d.id, d.account_id, a.display_name account_name, d.deputy_id, s.display_name deputy_name,"
                    + " d.first_day, d.last_day from identity_deputy d join identity_account a on a.id = d.account_id"
                    + " join identity_account s on s.id = d.deputy_id where d.ended is null";

    private final Sql sql;

    DeputyTable(Sql sql) {
        this.sql = sql;
    }

    /** Those of accounts that somebody may read: whoever is away. */
    List<Deputyship> all(Readable readable, LocalDate today) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(today));
        readable.addTo(values);
        return list(" and d.last_day >= ?" + readable.condition("d.account_id"), values.toArray());
    }

    List<Deputyship> of(String accountId, LocalDate today) throws SQLException {
        return list(" and d.last_day >= ? and (d.account_id = ? or d.deputy_id = ?)", today, accountId, accountId);
    }

    Optional<Deputyship> find(String id) throws SQLException {
        return list(" and d.id = ?", id.replace("\0", "")).stream().findFirst();
    }

    private List<Deputyship> list(String condition, Object... values) throws SQLException {
        return sql.list(
                SELECT + condition + " order by d.first_day, d.id fetch first " + MOST + " rows only",
                DeputyTable::deputyship,
                values);
    }

    void insert(String id, String accountId, String deputyId, Deputies.Entry entry, String appointedBy, Instant now)
            throws SQLException {
        sql.update(
                "insert into identity_deputy (id, account_id, deputy_id, first_day, last_day, appointed_by, created)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                accountId,
                deputyId,
                entry.firstDay(),
                entry.lastDay(),
                appointedBy,
                now);
    }

    void end(String id, Instant now) throws SQLException {
        sql.update("update identity_deputy set ended = ? where id = ?", now, id);
    }

    /** Whom somebody stands in for, and the account that said so, be it with a token; null when that was nobody's machine. */
    record StandIn(String account, String appointer) {}

    /** Whom an account stands in for in a time; those who cannot sign in themselves pass nothing on. */
    List<StandIn> standsInFor(String deputyId, LocalDate from, LocalDate until) throws SQLException {
        return sql.list(
                "select d.account_id, b.id appointer from identity_deputy d"
                        + " join identity_account a on a.id = d.account_id"
                        + " left join identity_token t on t.id = d.appointed_by"
                        + " left join identity_account b on b.id = coalesce(t.account_id, d.appointed_by)"
                        + " where d.deputy_id = ? and d.ended is null and d.first_day <= ? and d.last_day >= ? and a.state = ?",
                row -> new StandIn(row.getString("account_id"), row.getString("appointer")),
                deputyId,
                until,
                from,
                Account.State.ACTIVE.name());
    }

    private static Deputyship deputyship(ResultSet row) throws SQLException {
        return new Deputyship(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("account_name"),
                row.getString("deputy_id"),
                row.getString("deputy_name"),
                Sql.date(row, "first_day"),
                Sql.date(row, "last_day"));
    }
}
