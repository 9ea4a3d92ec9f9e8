package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Token;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows machines by their tokens. As with sessions, who is calling is one statement, which says as well whether anybody's rights
 * have changed since they were last worked out.
 */
@Component(service = TokenStore.class)
public final class TokenStore {

    static final String PREFIX = "kw_";

    private static final Logger LOG = LoggerFactory.getLogger(TokenStore.class);
    private static final Pattern POSSIBLE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int KNOWN_TOKENS = 1_000;
    private static final String SELECT =
            "select t.id, t.name, t.account_id, t.department_id, t.created, t.expires, t.last_used, t.revoked,"
                    + " a.state, r.revision from identity_token t left join identity_account a on a.id = t.account_id"
                    + " cross join identity_state r where t.hash = ? and t.kind = ?";

    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** What a token may do as of a revision of all rights. */
    private record Known(long revision, Set<Grant> grants) {}

    private record Row(
            String id,
            String name,
            String account,
            String department,
            Instant created,
            Instant used,
            Token.State state,
            String accountState,
            long revision) {}

    @Activate
    public TokenStore(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema) {
        this(transactions, Clock.systemUTC());
    }

    TokenStore(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether something can be a token at all: of anything else the database need not know. */
    static boolean isPossible(String secret) {
        return POSSIBLE.matcher(secret).matches();
    }

    /** The caller behind a token, empty when there is none or it does not hold any more. */
    Optional<Caller> find(String secret, String requestId) {
        if (!isPossible(secret)) {
            return Optional.empty();
        }
        Instant now = now();
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Optional<Row> found = sql.one(
                    SELECT,
                    row -> new Row(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("account_id"),
                            row.getString("department_id"),
                            Sql.instant(row, "created"),
                            Sql.instant(row, "last_used"),
                            TokenTable.state(Sql.instant(row, "expires"), Sql.instant(row, "revoked"), now),
                            row.getString("state"),
                            row.getLong("revision")),
                    Secrets.sha256(secret),
                    Token.Kind.MACHINE.name());
            if (found.isEmpty() || !holds(found.get())) {
                return Optional.empty();
            }
            Row row = found.get();
            TokenTable tokens = new TokenTable(sql, now);
            tokens.used(row.id(), row.used());
            return Optional.of(new Caller(
                    row.id(),
                    row.name(),
                    grants(sql, tokens, row),
                    Caller.MACHINE,
                    row.created(),
                    requestId,
                    Set.of()));
        });
    }

    /** Whether the operator's token was not revoked; its use is noted. One that is not in the table yet holds. */
    boolean operatorHolds(String id) {
        Instant now = now();
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Optional<Instant[]> row = sql.one(
                    "select revoked, last_used from identity_token where id = ?",
                    found -> new Instant[] {Sql.instant(found, "revoked"), Sql.instant(found, "last_used")},
                    id);
            if (row.isEmpty()) {
                return true;
            }
            boolean holds = row.get()[0] == null;
            if (holds) {
                new TokenTable(sql, now).used(id, row.get()[1]);
            }
            return holds;
        });
    }

    private static boolean holds(Row row) {
        boolean accountActive =
                row.account() == null || Account.State.ACTIVE.name().equals(row.accountState());
        boolean holds = row.state() == Token.State.VALID && accountActive;
        if (!holds) {
            LOG.info(
                    "Token {} is refused: {}",
                    row.id(),
                    accountActive ? row.state() : "its account is " + row.accountState());
        }
        return holds;
    }

    private Set<Grant> grants(Sql sql, TokenTable tokens, Row row) throws SQLException {
        Known last = known.get(row.id());
        if (last != null && last.revision() == row.revision()) {
            return last.grants();
        }
        Rights rights = new Rights(sql);
        Set<Grant> own = rights.in(tokens.permissions(row.id()), row.department());
        Set<Grant> grants = row.account() == null ? own : Rights.common(own, rights.ownOf(row.account()));
        if (known.size() >= KNOWN_TOKENS) {
            known.clear();
        }
        known.put(row.id(), new Known(row.revision(), Set.copyOf(grants)));
        return grants;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
