package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.ExternalSignIn;
import de.kreiswerk.identity.api.SignIn;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts and sessions of people for whom somebody else vouches. */
@Component
public final class ExternalSignInService implements ExternalSignIn {

    private static final int LONGEST_DISPLAY_NAME = 200;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final PasswordHasher hasher;
    private final SessionStore sessions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ExternalSignInService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference PasswordHasher hasher,
            @Reference SessionStore sessions) {
        this.transactions = transactions;
        this.trail = trail;
        this.hasher = hasher;
        this.sessions = sessions;
    }

    @Override
    public Account add(Caller caller, Newcomer newcomer) {
        return transactions.call(tx -> {
            AccountTable accounts = new AccountTable(new Sql(tx));
            String login = free(accounts, newcomer.loginNames());
            String display = Names.line(newcomer.displayName(), LONGEST_DISPLAY_NAME);
            String email = newcomer.email();
            Account account = new Account(
                    UUID.randomUUID().toString(),
                    login,
                    display == null ? login : display,
                    email != null && Names.isEmail(email) ? email : null,
                    Account.State.ACTIVE,
                    Set.of(),
                    false,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    1);
            // Nobody has this password, and trying one takes as long as with any other account.
            accounts.insert(account, hasher.dummy());
            trail.record(new AuditEvent(
                    caller,
                    "identity",
                    "account.created",
                    "Account",
                    account.id(),
                    null,
                    Outcome.SUCCESS,
                    Map.of("departments", ""),
                    AccountsService.personal(account)));
            return account;
        });
    }

    private static String free(AccountTable accounts, List<String> wishes) throws SQLException {
        for (String wish : wishes) {
            String login = Names.login(wish);
            if (login != null && accounts.byLogin(Names.key(login)).isEmpty()) {
                return login;
            }
        }
        return "konto-" + UUID.randomUUID();
    }

    @Override
    public SignIn.Started begin(
            String accountId, String method, SignIn.Client client, String requestId, Map<String, String> details) {
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Account account = new AccountTable(sql).lock(accountId).account();
            if (account.state() != Account.State.ACTIVE) {
                throw Refusals.notActive(account.state());
            }
            String session = sessions.begin(sql, accountId, method, client.userAgent());
            Caller caller = new Caller(accountId, account.displayName(), Set.of(), method, clock.instant(), requestId);
            AuditEvent event = AuditEvent.success(caller, "identity", "signed-in", "Account", accountId)
                    .with("method", method);
            for (Map.Entry<String, String> detail : details.entrySet()) {
                event = event.with(detail.getKey(), detail.getValue());
            }
            trail.record(event);
            // A password of this platform, and its second factor, are another way in: nobody is asked for them here.
            return new SignIn.Started(session, false, false, null);
        });
    }
}
