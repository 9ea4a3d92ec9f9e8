package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.SignIn;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs in with local accounts. A password is hashed outside of any transaction: it would hold a connection meanwhile. */
@Component
public final class SignInService implements SignIn {

    /** Who tried and is not known, or a name that nobody has. What was typed is not kept: it may be a password. */
    /** Whoever tries to sign in and is not known: many people, and none of them. */
    static final String NOBODY = "nobody";
    /** What nobody is called. It is looked for like a name, so that the time tells nothing. */
    private static final String NO_NAME = "";

    private static final String BY_LINK = "password-link";

    private final Transactions transactions;
    private final AuditTrail trail;
    private final PasswordHasher hasher;
    private final SessionStore sessions;
    private final Throttle throttle;
    private final SecretBox box;
    private final SecondFactorRule rule;
    private final Letters letters;
    private final Secrets secrets = new Secrets();
    private final Clock clock;

    @Activate
    public SignInService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference PasswordHasher hasher,
            @Reference SessionStore sessions,
            @Reference Throttle throttle,
            @Reference SecretBox box,
            @Reference SecondFactorRule rule,
            @Reference Letters letters) {
        this(transactions, trail, hasher, sessions, throttle, box, rule, letters, Clock.systemUTC());
    }

    SignInService(
            Transactions transactions,
            AuditTrail trail,
            PasswordHasher hasher,
            SessionStore sessions,
            Throttle throttle,
            SecretBox box,
            SecondFactorRule rule,
            Letters letters,
            Clock clock) {
        this.letters = letters;
        this.box = box;
        this.rule = rule;
        this.clock = clock;
        this.transactions = transactions;
        this.trail = trail;
        this.hasher = hasher;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @Override
    public Started withPassword(String loginName, String password, Client client, String requestId) {
        // Of many who sign in at once most are asked to come back, and that must cost little: others want to read
        // meanwhile.
        hasher.requireRoom();
        String login = Names.login(loginName);
        // What cannot be a name shares one allowance, or each misspelling would have its own.
        String key = login == null ? NO_NAME : Names.key(login);
        Throttle.Attempt attempt = throttle.attempt(key, client.address());
        Compared compared = attempt.verdict(() -> {
            Optional<AccountTable.Stored> stored = transactions.call(tx -> new AccountTable(new Sql(tx)).byLogin(key));
            boolean right = isRight(password, stored);
            return new Compared(
                    stored, right, right && isActive(stored) ? begun(stored.get(), client, requestId) : null);
        });
        if (compared.started() == null) {
            recordFailure(compared, requestId);
            throw Refusals.wrongCredentials();
        }
        attempt.succeeded();
        return compared.started();
    }

    @Override
    public Started withCode(String step, String code, Client client, String requestId) {
        String id = transactions
                .call(tx -> new SignInSteps(new Sql(tx), clock.instant()).account(step))
                .orElseThrow(Refusals::stepNotValid);
        Throttle.Attempt attempt = throttle.secondFactor(id);
        Optional<Started> started = attempt.verdict(
                () -> transactions.call(tx -> begunWithCode(new Sql(tx), id, step, code, client, requestId)));
        if (started.isEmpty()) {
            transactions.call(tx -> {
                record(stranger(requestId), "sign-in.failed", id, Outcome.FAILED, Map.of("reason", "code-wrong"));
                return null;
            });
            throw Refusals.codeWrong();
        }
        attempt.succeeded();
        return started.get();
    }

    /** Empty when the code is wrong. */
    private Optional<Started> begunWithCode(
            Sql sql, String id, String step, String code, Client client, String requestId) throws SQLException {
        Account account = new AccountTable(sql).lock(id).account();
        SignInSteps steps = new SignInSteps(sql, clock.instant());
        if (account.state() != Account.State.ACTIVE || steps.account(step).isEmpty()) {
            throw Refusals.stepNotValid();
        }
        if (!new SecondFactorTable(sql, box).uses(id, code, clock.instant())) {
            return Optional.empty();
        }
        steps.use(step);
        String session = sessions.begin(sql, id, SessionStore.PASSWORD_AND_CODE, client.userAgent());
        record(
                caller(account, requestId),
                "signed-in",
                id,
                Outcome.SUCCESS,
                Map.of("method", SessionStore.PASSWORD_AND_CODE));
        return Optional.of(new Started(session, account.mustChangePassword(), false, null));
    }

    /** Whether the account may do nothing before a second factor is set up. */
    private boolean mustSetUp(Sql sql, String id) throws SQLException {
        return !SecondFactorTable.isActive(sql, id) && rule.requires(new Rights(sql).of(id, Rights.day(clock)));
    }

    private Caller stranger(String requestId) {
        return new Caller(NOBODY, "Unbekannt", Set.of(), "none", clock.instant(), requestId);
    }

    /** An account as it was when its password was compared, and the session that came of it, null for none. */
    private record Compared(Optional<AccountTable.Stored> stored, boolean right, Started started) {}

    /** Null when the password was changed or the account locked while the hash was worked out. */
    private Started begun(AccountTable.Stored compared, Client client, String requestId) {
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            AccountTable.Stored stored =
                    new AccountTable(sql).lock(compared.account().id());
            if (!isStill(compared, stored)) {
                return null;
            }
            Account account = stored.account();
            if (SecondFactorTable.isActive(sql, account.id())) {
                String step = secrets.session();
                new SignInSteps(sql, clock.instant()).insert(account.id(), step);
                record(stranger(requestId), "sign-in.code-asked", account.id(), Outcome.SUCCESS, Map.of());
                return new Started(null, account.mustChangePassword(), false, step);
            }
            String id = sessions.begin(sql, account.id(), SessionStore.PASSWORD, client.userAgent());
            record(
                    caller(account, requestId),
                    "signed-in",
                    account.id(),
                    Outcome.SUCCESS,
                    Map.of("method", "password"));
            return new Started(id, account.mustChangePassword(), mustSetUp(sql, account.id()), null);
        });
    }

    private static boolean isStill(AccountTable.Stored compared, AccountTable.Stored now) {
        return now.password().equals(compared.password()) && now.account().state() == Account.State.ACTIVE;
    }

    /** Compares with something in any case, so that the time tells nothing. */
    private boolean isRight(String password, Optional<AccountTable.Stored> stored) {
        if (!PasswordRules.isPossible(password)) {
            return false;
        }
        String hash = stored.map(AccountTable.Stored::password).orElse(hasher.dummy());
        return hasher.matches(password, hash) && stored.isPresent();
    }

    private static boolean isActive(Optional<AccountTable.Stored> stored) {
        return stored.map(each -> each.account().state() == Account.State.ACTIVE)
                .orElse(false);
    }

    private static String reason(Compared compared) {
        if (compared.stored().isEmpty()) {
            return "account-unknown";
        }
        if (!compared.right()) {
            return "password-wrong";
        }
        return isActive(compared.stored())
                ? "account-changed"
                : "account-" + compared.stored().get().account().state().name().toLowerCase(Locale.ROOT);
    }

    /** Whoever tried has not shown who they are: the account is what it was about, not who did it. */
    private void recordFailure(Compared compared, String requestId) {
        Caller stranger = stranger(requestId);
        String account = compared.stored().map(each -> each.account().id()).orElse(NOBODY);
        transactions.call(tx -> {
            record(stranger, "sign-in.failed", account, Outcome.FAILED, Map.of("reason", reason(compared)));
            return null;
        });
    }

    @Override
    public Started changePassword(Caller caller, String sessionId, String current, String chosen, Client client) {
        String id = caller.subject();
        AccountTable.Stored stored = transactions.call(tx -> new AccountTable(new Sql(tx)).get(id));
        String login = stored.account().loginName();
        PasswordRules.objection(chosen, login).ifPresent(objection -> {
            throw Refusals.passwordNotValid(objection);
        });
        if (chosen.equals(current)) {
            throw Refusals.passwordNotValid(new de.kreiswerk.core.api.text.Text(
                    "Das neue Kennwort ist das bisherige. Wählen Sie ein anderes.",
                    "The new password is the current one. Choose another."));
        }
        Throttle.Attempt attempt = throttle.attempt(Names.key(login), client.address());
        if (!attempt.verdict(() -> isRight(current, Optional.of(stored)))) {
            transactions.call(tx -> {
                record(caller, "password.change-failed", id, Outcome.FAILED, Map.of("reason", "password-wrong"));
                return null;
            });
            throw Refusals.currentPasswordWrong();
        }
        attempt.succeeded();
        String hash = hasher.hash(chosen);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            AccountTable accounts = new AccountTable(sql);
            if (!isStill(stored, accounts.lock(id))) {
                throw Refusals.wrongCredentials();
            }
            accounts.password(id, hash, false);
            sessions.endAll(sql, id);
            record(caller, "password.changed", id, Outcome.SUCCESS, Map.of());
            letters.tell(stored.account(), Letters.Notice.PASSWORD_CHANGED);
            String session = sessions.begin(sql, id, caller.method(), client.userAgent());
            boolean mustSetUp = SessionStore.isLocal(caller.method()) && mustSetUp(sql, id);
            return new Started(session, false, mustSetUp, null);
        });
    }

    @Override
    public String whoChooses(String secret) {
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            String account =
                    new PasswordLinks(sql).find(secret, clock.instant()).orElseThrow(Refusals::linkNotValid);
            return new AccountTable(sql).get(account).account().loginName();
        });
    }

    @Override
    public void choosePassword(String secret, String chosen, String requestId) {
        String login = whoChooses(secret);
        PasswordRules.objection(chosen, login).ifPresent(objection -> {
            throw Refusals.passwordNotValid(objection);
        });
        String hash = hasher.hash(chosen);
        transactions.call(tx -> {
            Sql sql = new Sql(tx);
            AccountTable accounts = new AccountTable(sql);
            PasswordLinks links = new PasswordLinks(sql);
            Account account = accounts.lock(links.find(secret, clock.instant()).orElseThrow(Refusals::linkNotValid))
                    .account();
            // Once more behind the lock: the same link may have been sent twice at once.
            links.find(secret, clock.instant()).orElseThrow(Refusals::linkNotValid);
            accounts.password(account.id(), hash, false);
            sessions.endAll(sql, account.id());
            Caller owner =
                    new Caller(account.id(), account.displayName(), Set.of(), BY_LINK, clock.instant(), requestId);
            record(owner, "password.chosen", account.id(), Outcome.SUCCESS, Map.of("method", BY_LINK));
            letters.tell(account, Letters.Notice.PASSWORD_CHANGED);
            return null;
        });
    }

    @Override
    public List<OwnSession> sessions(Caller caller, String sessionId) {
        return transactions.call(tx -> sessions.of(new Sql(tx), caller.subject(), sessionId));
    }

    @Override
    public void end(Caller caller, String sessionId) {
        transactions.call(tx -> {
            if (sessions.end(new Sql(tx), caller.subject(), sessionId)) {
                record(caller, "signed-out", caller.subject(), Outcome.SUCCESS, Map.of());
            }
            return null;
        });
    }

    @Override
    public void endOne(Caller caller, String handle) {
        transactions.call(tx -> {
            if (sessions.endOne(new Sql(tx), caller.subject(), handle.replace("\0", ""))) {
                record(caller, "session.ended", caller.subject(), Outcome.SUCCESS, Map.of());
            }
            return null;
        });
    }

    @Override
    public void endAll(Caller caller) {
        transactions.call(tx -> {
            int ended = sessions.endAll(new Sql(tx), caller.subject());
            record(
                    caller,
                    "signed-out-everywhere",
                    caller.subject(),
                    Outcome.SUCCESS,
                    Map.of("sessions", String.valueOf(ended)));
            return null;
        });
    }

    private void record(Caller caller, String action, String account, Outcome outcome, Map<String, String> details) {
        trail.record(new AuditEvent(caller, "identity", action, "Account", account, null, outcome, details, List.of()));
    }

    private Caller caller(Account account, String requestId) {
        return new Caller(
                account.id(), account.displayName(), Set.of(), SessionStore.PASSWORD, clock.instant(), requestId);
    }
}
