package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Token;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
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

    /** A refused token is told of at most this often: a machine that does not notice tries it again and again. */
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private static final String SELECT =
            "select t.id, t.name, t.account_id, t.department_id, t.created, t.expires, t.last_used, t.revoked,"
                    + " a.state, r.revision from identity_token t left join identity_account a on a.id = t.account_id"
                    + " cross join identity_state r where t.hash = ? and t.kind = ?";

    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    /** Who reads needs no trail; refused is refused without as well. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail trail;

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
            if (found.isEmpty()) {
                // Nobody's: whoever guesses could fill the trail with it.
                return Optional.empty();
            }
            Row row = found.get();
            Optional<String> refusal = refusal(row);
            if (refusal.isPresent()) {
                tx.afterCommit(() -> tell(row, refusal.get(), requestId, now));
                return Optional.empty();
            }
            TokenTable tokens = new TokenTable(sql, now);
            tokens.used(row.id(), row.used());
            return Optional.of(new Caller(
                    row.id(),
                    row.name(),
                    grants(sql, tokens, row),
                    Caller.MACHINE,
                    row.created(),
                    requestId,
                    Set.of(),
                    Set.of(),
                    row.account()));
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

    /** Why a token does not hold, empty when it does. */
    private static Optional<String> refusal(Row row) {
        if (row.state() != Token.State.VALID) {
            return Optional.of("token-" + row.state().name().toLowerCase(Locale.ROOT));
        }
        return row.account() == null || Account.State.ACTIVE.name().equals(row.accountState())
                ? Optional.empty()
                : Optional.of("account-" + row.accountState().toLowerCase(Locale.ROOT));
    }

    private void tell(Row row, String reason, String requestId, Instant now) {
        Instant last = told.get(row.id());
        if (last != null && now.isBefore(last.plus(TOLD_EVERY))) {
            return;
        }
        if (told.size() >= KNOWN_TOKENS) {
            told.clear();
        }
        told.put(row.id(), now);
        LOG.info("Token {} is refused: {}", row.id(), reason);
        AuditTrail book = trail;
        if (book == null) {
            return;
        }
        Caller machine = new Caller(row.id(), row.name(), Set.of(), Caller.MACHINE, row.created(), requestId, Set.of());
        AuditEvent event = new AuditEvent(
                machine,
                "identity",
                "token.refused",
                "Token",
                row.id(),
                row.department(),
                AuditEvent.Outcome.DENIED,
                Map.of("reason", reason),
                List.of());
        try {
            transactions.call(tx -> {
                book.record(event);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("That a token was refused could not be recorded: {}", e.toString());
        }
    }

    private Set<Grant> grants(Sql sql, TokenTable tokens, Row row) throws SQLException {
        Known last = known.get(row.id());
        if (last != null && last.revision() == row.revision()) {
            return last.grants();
        }
        Rights rights = new Rights(sql);
        Set<Grant> own = rights.in(tokens.permissions(row.id()), row.department());
        Set<Grant> grants = Grants.of(row.account() == null ? own : Rights.common(own, rights.ownOf(row.account())));
        if (known.size() >= KNOWN_TOKENS) {
            known.clear();
        }
        known.put(row.id(), new Known(row.revision(), grants));
        return grants;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
