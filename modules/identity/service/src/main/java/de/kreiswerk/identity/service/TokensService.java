package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Token;
import de.kreiswerk.identity.api.Tokens;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the tokens of machines. */
@Component
public final class TokensService implements Tokens {

    private static final Duration SHOWN_AFTER_THE_END = Duration.ofDays(90);
    private static final int MOST = 500;
    private static final int LONGEST_NAME = 100;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;
    private final DeclaredPermissions declared;
    private final Secrets secrets = new Secrets();

    @Activate
    public TokensService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference DeclaredPermissions declared) {
        this(transactions, trail, declared, Clock.systemUTC());
    }

    TokensService(Transactions transactions, AuditTrail trail, DeclaredPermissions declared, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.declared = declared;
        this.clock = clock;
    }

    @Override
    public List<Token> list(Caller caller) {
        Places places = Places.of(caller, IdentityPermissions.TOKENS);
        Instant now = now();
        return transactions.call(
                tx -> new TokenTable(new Sql(tx), now).since(now.minus(SHOWN_AFTER_THE_END), places, caller.subject()));
    }

    @Override
    public Map<String, Text> permissions(Caller caller) {
        Authority.requireAnywhere(caller, IdentityPermissions.TOKENS);
        Caller alone = transactions.call(tx -> Authority.alone(new Sql(tx), caller));
        Map<String, Text> all = declared.all();
        all.keySet().removeIf(permission -> !alone.mayAnywhere(permission));
        return all;
    }

    @Override
    public Issued add(Caller caller, Entry entry) {
        Mistakes.at(
                "departmentId",
                () -> caller.require(IdentityPermissions.TOKENS, Authority.department(entry.departmentId())));
        if (caller.isMachine()) {
            throw Refusals.tokenMakesNoTokens();
        }
        String secret = TokenStore.PREFIX + secrets.session();
        Instant now = now();
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            TokenTable tokens = new TokenTable(sql, now);
            Token token = valid(sql, tokens, caller, entry, now);
            // A token works with the own roles of its account alone: what somebody has as a deputy it would never have.
            Caller alone = Authority.alone(sql, caller);
            Mistakes.at(
                    "permissions",
                    () -> Authority.mustHaveNow(alone, new Rights(sql).in(token.permissions(), token.departmentId())));
            tokens.insert(token, Secrets.sha256(secret));
            record(caller, "token.created", token);
            return new Issued(token, secret);
        });
    }

    @Override
    public void revoke(Caller caller, String id) {
        Authority.requireAnywhere(caller, IdentityPermissions.TOKENS);
        transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            TokenTable tokens = new TokenTable(sql, now());
            Token token = tokens.find(id).orElseThrow(Refusals::tokenNotFound);
            if (!isOwn(caller, token)) {
                caller.require(IdentityPermissions.TOKENS, place(token));
            }
            if (token.kind() == Token.Kind.OPERATOR) {
                Authority.mustHave(caller, Set.of(new Grant(Grant.ALL, Grant.ALL)));
            }
            if (tokens.revoke(id)) {
                record(caller, "token.revoked", token);
            }
            return null;
        });
    }

    private Token valid(Sql sql, TokenTable tokens, Caller caller, Entry entry, Instant now) throws SQLException {
        Mistakes mistakes = new Mistakes();
        String name = Names.line(entry.name(), LONGEST_NAME);
        if (name == null) {
            mistakes.notValid(
                    "name",
                    "Der Name braucht 1 bis " + LONGEST_NAME + " sichtbare Zeichen.",
                    "The name needs 1 to " + LONGEST_NAME + " visible characters.");
        } else if (tokens.holds(name)) {
            mistakes.add(
                    "name",
                    Refusals.taken(
                            "Ein gültiger API-Schlüssel heißt schon so. Wählen Sie einen anderen Namen oder widerrufen"
                                    + " Sie ihn, auch wenn Sie ihn eben selbst ausgestellt, aber nicht gesehen haben.",
                            "A token that holds has this name already. Choose another one or revoke it, also if you have just made"
                                    + " it yourself and not seen it."));
        }
        if (entry.permissions().isEmpty() || !declared.all().keySet().containsAll(entry.permissions())) {
            mistakes.add(
                    "permissions",
                    Refusals.notValid(
                            "permissions-not-valid",
                            "Ein API-Schlüssel braucht mindestens eine Berechtigung, und nur solche, die es gibt.",
                            "A token needs at least one permission, and only such as there are."));
        }
        if (entry.departmentId() != null && !DepartmentTree.read(sql).contains(entry.departmentId())) {
            mistakes.add("departmentId", Refusals.departmentNotFound());
        }
        Instant expires = entry.expires();
        if (expires == null || !expires.isAfter(now) || expires.isAfter(now.plus(Duration.ofDays(LONGEST_DAYS)))) {
            mistakes.add(
                    "expires",
                    Refusals.notValid(
                            "expiry-not-valid",
                            "Ein API-Schlüssel gilt höchstens " + LONGEST_DAYS
                                    + " Tage; das Ende liegt in der Zukunft.",
                            "A token holds " + LONGEST_DAYS + " days at most; its end is in the future."));
        }
        mistakes.refuse();
        if (tokens.count() >= MOST) {
            throw Refusals.tooManyTokens(MOST);
        }
        Optional<Account> account = new AccountTable(sql).byId(caller.subject());
        return new Token(
                UUID.randomUUID().toString(),
                name,
                Token.Kind.MACHINE,
                account.map(Account::id).orElse(null),
                account.map(Account::displayName).orElse(null),
                entry.departmentId(),
                entry.permissions(),
                now,
                expires.truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                Token.State.VALID);
    }

    private void record(Caller caller, String action, Token token) {
        trail.record(event(caller, action, token));
    }

    /** The name may be a person's: like those of accounts it is kept encrypted. */
    static AuditEvent event(Caller caller, String action, Token token) {
        AuditEvent event = AuditEvent.success(caller, "identity", action, "Token", token.id())
                .inDepartment(token.departmentId())
                .withPersonal(token.id(), "name", token.name())
                .with("kind", token.kind().name())
                .with("department", place(token))
                .with("permissions", String.join(" ", new TreeSet<>(token.permissions())));
        return token.expires() == null
                ? event
                : event.with("expires", token.expires().toString());
    }

    private static boolean isOwn(Caller caller, Token token) {
        return caller.subject().equals(token.accountId());
    }

    private static String place(Token token) {
        return Authority.department(token.departmentId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
