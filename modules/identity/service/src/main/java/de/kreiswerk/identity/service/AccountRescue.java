package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Account;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives an account a new password on behalf of whoever can start the platform on its data: the way back in when no
 * administrator can sign in any more. Called by the launcher, which starts the platform without its web server for it and knows
 * Java's own types only: the answer is whether it was done, and the password or a sentence that says why not.
 */
@Component(service = Callable.class, property = "kreiswerk.command=reset-password")
public final class AccountRescue implements Callable<Map.Entry<Boolean, String>> {

    private static final String METHOD = "command-line";

    private final String loginName;
    private final Locale language;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final PasswordHasher hasher;
    private final SessionStore sessions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public AccountRescue(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference PasswordHasher hasher,
            @Reference SessionStore sessions) {
        this(
                context.getProperty("kreiswerk.account"),
                Locale.forLanguageTag(String.valueOf(context.getProperty("kreiswerk.language"))),
                transactions,
                trail,
                hasher,
                sessions);
    }

    AccountRescue(
            String loginName,
            Locale language,
            Transactions transactions,
            AuditTrail trail,
            PasswordHasher hasher,
            SessionStore sessions) {
        this.loginName = loginName;
        this.language = language;
        this.transactions = transactions;
        this.trail = trail;
        this.hasher = hasher;
        this.sessions = sessions;
    }

    @Override
    public Map.Entry<Boolean, String> call() {
        String login = Names.login(loginName);
        if (login == null) {
            return refused(noAccount());
        }
        String password = new Secrets().password();
        String hash = hasher.hash(password);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            AccountTable accounts = new AccountTable(sql);
            Optional<Account> found = accounts.byLogin(Names.key(login)).map(AccountTable.Stored::account);
            if (found.isEmpty()) {
                return refused(noAccount());
            }
            Account account = accounts.lock(found.get().id()).account();
            if (account.state() != Account.State.ACTIVE) {
                return refused(notActive());
            }
            reset(sql, accounts, account, hash);
            return Map.entry(true, password);
        });
    }

    private void reset(Sql sql, AccountTable accounts, Account account, String hash) throws SQLException {
        accounts.password(account.id(), hash, true);
        // Who lost the password may have lost the app as well, and nobody could help.
        boolean factor = SecondFactorTable.remove(sql, account.id());
        sessions.endAll(sql, account.id());
        Caller operator = new Caller(
                "platform-command-line",
                "Kommandozeile",
                Set.of(),
                METHOD,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                METHOD);
        trail.record(AuditEvent.success(operator, "identity", "password.reset", "Account", account.id())
                .with("secondFactorRemoved", String.valueOf(factor)));
    }

    private Map.Entry<Boolean, String> refused(Text why) {
        return Map.entry(false, why.in(language));
    }

    private static Text noAccount() {
        return new Text(
                "Ein Konto mit diesem Anmeldenamen gibt es nicht.", "There is no account with this login name.");
    }

    private static Text notActive() {
        return new Text(
                "Das Konto ist gesperrt oder geschlossen; es bekommt kein Kennwort.",
                "The account is locked or closed; it gets no password.");
    }
}
