package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.SecondFactor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps second factors. */
@Component
public final class SecondFactorService implements SecondFactor {

    private static final int RECOVERY_CODES = 10;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final SecretBox box;
    private final SecondFactorRule rule;
    private final SessionStore sessions;
    private final Throttle throttle;
    private final Letters letters;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Activate
    public SecondFactorService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference SecretBox box,
            @Reference SecondFactorRule rule,
            @Reference SessionStore sessions,
            @Reference Throttle throttle,
            @Reference Letters letters) {
        this(transactions, trail, box, rule, sessions, throttle, letters, Clock.systemUTC());
    }

    SecondFactorService(
            Transactions transactions,
            AuditTrail trail,
            SecretBox box,
            SecondFactorRule rule,
            SessionStore sessions,
            Throttle throttle,
            Letters letters,
            Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.box = box;
        this.rule = rule;
        this.sessions = sessions;
        this.throttle = throttle;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public State state(Caller caller, String accountId) {
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Readable.require(sql, caller, accountId);
            new AccountTable(sql).get(accountId);
            SecondFactorTable factors = new SecondFactorTable(sql, box);
            return new State(
                    factors.isActive(accountId), rule.requires(new Rights(sql).of(accountId, Rights.day(clock))), (int)
                            factors.recoveryCodes(accountId));
        });
    }

    @Override
    public Setup begin(Caller caller) {
        String id = caller.subject();
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Account account = new AccountTable(sql).lock(id).account();
            mustHaveOwnPassword(caller, account);
            SecondFactorTable factors = new SecondFactorTable(sql, box);
            if (factors.isActive(id)) {
                throw Refusals.factorActive();
            }
            byte[] key = secrets.key(Totp.KEY_BYTES);
            factors.begin(id, key, clock.instant());
            record(caller, "second-factor.begun", id, Outcome.SUCCESS);
            return setup(account, key);
        });
    }

    @Override
    public Optional<Setup> pending(Caller caller) {
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Account account = new AccountTable(sql).get(caller.subject()).account();
            return new SecondFactorTable(sql, box)
                    .find(account.id(), "", clock.instant())
                    .filter(stored -> !stored.confirmed())
                    .map(stored -> setup(account, stored.key()));
        });
    }

    /** Before, somebody else knows the password. Who signed in without it has shown in another way who they are. */
    private static void mustHaveOwnPassword(Caller caller, Account account) {
        if (account.mustChangePassword() && SessionStore.isLocal(caller.method())) {
            throw Refusals.passwordFirst();
        }
    }

    private static Setup setup(Account account, byte[] key) {
        String base32 = Totp.base32(key);
        String label = URLEncoder.encode(account.loginName(), StandardCharsets.UTF_8);
        return new Setup(base32, "otpauth://totp/Kreiswerk:" + label + "?secret=" + base32 + "&issuer=Kreiswerk");
    }

    @Override
    public List<String> confirm(Caller caller, String sessionId, String code) {
        String id = caller.subject();
        List<String> codes = recoveryCodes();
        checked(caller, code, "second-factor.set-up-failed", (sql, factors) -> {
            if (factors.isActive(id)) {
                throw Refusals.factorActive();
            }
            if (factors.find(id, "", clock.instant()).isEmpty()) {
                throw Refusals.factorNotSetUp();
            }
            if (!factors.uses(id, code, clock.instant())) {
                return false;
            }
            factors.confirm(id);
            factors.recoveryCodes(id, codes);
            sessions.endOthers(sql, id, sessionId);
            record(caller, "second-factor.set-up", id, Outcome.SUCCESS);
            tell(sql, id, Letters.Notice.FACTOR_SET_UP);
            return true;
        });
        return codes;
    }

    private List<String> recoveryCodes() {
        return Stream.generate(secrets::recoveryCode).limit(RECOVERY_CODES).toList();
    }

    @Override
    public List<String> renewRecoveryCodes(Caller caller, String code) {
        String id = caller.subject();
        List<String> codes = recoveryCodes();
        checked(caller, code, "second-factor.renew-codes-failed", (sql, factors) -> {
            if (!factors.isActive(id)) {
                throw Refusals.factorNotSetUp();
            }
            if (!factors.uses(id, code, clock.instant())) {
                return false;
            }
            factors.recoveryCodes(id, codes);
            record(caller, "second-factor.codes-renewed", id, Outcome.SUCCESS);
            tell(sql, id, Letters.Notice.CODES_RENEWED);
            return true;
        });
        return codes;
    }

    @Override
    public void remove(Caller caller, String code) {
        String id = caller.subject();
        checked(caller, code, "second-factor.remove-failed", (sql, factors) -> {
            if (!factors.isActive(id)) {
                throw Refusals.factorNotSetUp();
            }
            if (!factors.uses(id, code, clock.instant())) {
                return false;
            }
            SecondFactorTable.remove(sql, id);
            record(caller, "second-factor.removed", id, Outcome.SUCCESS);
            tell(sql, id, Letters.Notice.FACTOR_REMOVED);
            return true;
        });
    }

    /** Says whether the code was right. */
    private interface Use {
        boolean in(Sql sql, SecondFactorTable factors) throws SQLException;
    }

    private void checked(Caller caller, String code, String failure, Use use) {
        String id = caller.subject();
        Throttle.Attempt attempt = throttle.secondFactor(id);
        boolean right = attempt.verdict(() -> transactions.call(tx -> {
            Sql sql = new Sql(tx);
            mustHaveOwnPassword(caller, new AccountTable(sql).lock(id).account());
            return use.in(sql, new SecondFactorTable(sql, box));
        }));
        if (!right) {
            transactions.call(tx -> {
                record(caller, failure, id, Outcome.FAILED);
                return null;
            });
            throw Refusals.codeWrong();
        }
        attempt.succeeded();
    }

    @Override
    public void reset(Caller caller, String accountId) {
        Authority.requireAnywhere(caller, IdentityPermissions.ACCOUNTS);
        transactions.call((Transaction tx) -> {
            Sql sql = new Sql(tx);
            AccountsService.mayChange(
                    caller, sql, new AccountTable(sql).lock(accountId).account(), clock);
            if (SecondFactorTable.remove(sql, accountId)) {
                sessions.endAll(sql, accountId);
                record(caller, "second-factor.reset", accountId, Outcome.SUCCESS);
                tell(sql, accountId, Letters.Notice.FACTOR_RESET);
            }
            return null;
        });
    }

    private void tell(Sql sql, String account, Letters.Notice notice) throws SQLException {
        letters.tell(new AccountTable(sql).get(account).account(), notice);
    }

    private void record(Caller caller, String action, String account, Outcome outcome) {
        trail.record(
                new AuditEvent(caller, "identity", action, "Account", account, null, outcome, Map.of(), List.of()));
    }
}
