package de.kreiswerk.identity.service;

import de.kreiswerk.identity.api.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes tokens. */
final class TokenTable {

    private static final int LONGEST_LIST = 1_000;
    private static final String FROM = " from identity_token t left join identity_account a on a.id = t.account_id";
    private static final String SELECT = "select t.id, t.name, t.kind, t.account_id, a.display_name, t.department_id,"
            + " t.created, t.expires, t.last_used, t.revoked" + FROM;
    private static final String HELD_SINCE =
            "(t.revoked is null or t.revoked > ?) and (t.expires is null or t.expires > ?)";

    private final Sql sql;
    private final Instant now;

    TokenTable(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /**
     * Those that hold, and those that ended since a moment: of places, and an account's own. Where they are too many, those that
     * hold come first: somebody must be able to revoke them.
     */
    List<Token> since(Instant ended, Places places, String own) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(ended, ended));
        String seen = "";
        if (!places.everywhere()) {
            seen = " and (t.account_id = ? or t.department_id" + places.in() + ")";
            values.add(own);
            values.addAll(places.departments());
        }
        Map<String, Set<String>> permissions = permissions(seen, values);
        values.addAll(List.of(now, now));
        List<Token> tokens = sql.list(
                SELECT + " where " + HELD_SINCE + seen + " order by case when " + HELD_SINCE
                        + " then 0 else 1 end, t.created desc, t.id fetch first " + LONGEST_LIST + " rows only",
                row -> token(row, permissions.getOrDefault(row.getString("id"), Set.of())),
                values.toArray());
        return tokens.stream()
                .sorted(Comparator.comparing(Token::created).reversed().thenComparing(Token::id))
                .toList();
    }

    private Map<String, Set<String>> permissions(String seen, List<Object> values) throws SQLException {
        Map<String, Set<String>> permissions = new HashMap<>();
        sql.list(
                "select p.token_id, p.permission from identity_token_permission p join identity_token t on t.id = p.token_id"
                        + " where " + HELD_SINCE + seen,
                row -> permissions
                        .computeIfAbsent(row.getString(1), any -> new HashSet<>())
                        .add(row.getString(2)),
                values.toArray());
        return permissions;
    }

    Optional<Token> find(String id) throws SQLException {
        // PostgreSQL keeps no NUL and fails when it is asked for one.
        if (id == null || id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return sql.one(SELECT + " where t.id = ?", row -> token(row, permissions(id)), id);
    }

    Set<String> permissions(String id) throws SQLException {
        return new HashSet<>(sql.list(
                "select permission from identity_token_permission where token_id = ?", row -> row.getString(1), id));
    }

    boolean holds(String name) throws SQLException {
        return sql.number(
                        "select count(*)" + FROM + " where t.name_key = ? and " + HELD_SINCE, Names.key(name), now, now)
                > 0;
    }

    long count() throws SQLException {
        return sql.number("select count(*)" + FROM + " where " + HELD_SINCE, now, now);
    }

    void insert(Token token, String hash) throws SQLException {
        sql.update(
                "insert into identity_token (id, name, name_key, kind, hash, account_id, department_id, created, expires)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                token.name(),
                Names.key(token.name()),
                token.kind().name(),
                hash,
                token.accountId(),
                token.departmentId(),
                token.created(),
                token.expires());
        for (String permission : token.permissions()) {
            sql.update(
                    "insert into identity_token_permission (token_id, permission) values (?, ?)",
                    token.id(),
                    permission);
        }
    }

    /** False when it was revoked before, or there is none. */
    boolean revoke(String id) throws SQLException {
        return sql.update("update identity_token set revoked = ? where id = ? and revoked is null", now, id) > 0;
    }

    /** Not more often than this: reading must not write. */
    void used(String id, Instant last) throws SQLException {
        if (last == null || last.plus(SessionStore.SEEN_EVERY).isBefore(now)) {
            sql.update("update identity_token set last_used = ? where id = ?", now, id);
        }
    }

    private Token token(ResultSet row, Set<String> permissions) throws SQLException {
        Instant expires = Sql.instant(row, "expires");
        Instant revoked = Sql.instant(row, "revoked");
        return new Token(
                row.getString("id"),
                row.getString("name"),
                Token.Kind.valueOf(row.getString("kind")),
                row.getString("account_id"),
                row.getString("display_name"),
                row.getString("department_id"),
                permissions,
                Sql.instant(row, "created"),
                expires,
                Sql.instant(row, "last_used"),
                revoked,
                state(expires, revoked, now));
    }

    static Token.State state(Instant expires, Instant revoked, Instant now) {
        if (revoked != null) {
            return Token.State.REVOKED;
        }
        return expires == null || expires.isAfter(now) ? Token.State.VALID : Token.State.EXPIRED;
    }
}
