package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Audience;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps who stands in for whom. */
@Component
public final class DeputiesService implements Deputies {

    private static final int MOST_AT_ONCE = 20;
    /** Who is away is no part of an entry, but in some forms a field. */
    private static final String AWAY = "accountId";

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    @Activate
    public DeputiesService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail) {
        this(transactions, trail, Clock.systemUTC());
    }

    DeputiesService(Transactions transactions, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<Deputyship> of(Caller caller, String accountId) {
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Readable.require(sql, caller, accountId);
            return new DeputyTable(sql)
                    .of(new AccountTable(sql).get(accountId).account().id(), today());
        });
    }

    @Override
    public List<Deputyship> all(Caller caller) {
        Readable readable = Readable.to(caller);
        return transactions.call(tx -> new DeputyTable(new Sql(tx)).all(readable, today()));
    }

    @Override
    public Deputyship appoint(Caller caller, String accountId, Entry entry) {
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            AccountTable accounts = new AccountTable(sql);
            Account account = accounts.lock(accountId).account();
            Mistakes.at(AWAY, () -> mayDecide(caller, sql, account));
            Account deputy = valid(accounts, account, entry);
            DeputyTable deputies = new DeputyTable(sql);
            List<Deputyship> agreed = deputies.of(account.id(), today());
            for (Deputyship known : agreed) {
                if (known.accountId().equals(account.id())
                        && known.deputyId().equals(deputy.id())
                        && known.firstDay().equals(entry.firstDay())
                        && known.lastDay().equals(entry.lastDay())) {
                    return known;
                }
            }
            long own = agreed.stream()
                    .filter(each -> each.accountId().equals(account.id()))
                    .count();
            if (own >= MOST_AT_ONCE) {
                throw Refusals.notValid(
                        "Für ein Konto sind höchstens " + MOST_AT_ONCE
                                + " Vertretungen eingetragen. Beenden Sie eine, die nicht mehr nötig ist.",
                        "An account has " + MOST_AT_ONCE
                                + " deputyships at most. End one that is not needed any more.");
            }
            String id = UUID.randomUUID().toString();
            deputies.insert(
                    id,
                    account.id(),
                    deputy.id(),
                    entry,
                    caller.subject(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            Deputyship agreement = deputies.find(id).orElseThrow();
            record(caller, "deputy.appointed", agreement);
            return agreement;
        });
    }

    @Override
    public void end(Caller caller, String id) {
        transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            DeputyTable deputies = new DeputyTable(sql);
            Deputyship agreement = deputies.find(id).orElseThrow(Refusals::deputyshipNotFound);
            mayEnd(caller, sql, agreement);
            deputies.end(agreement.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            record(caller, "deputy.ended", agreement);
            return null;
        });
    }

    /** For oneself, or for those whose roles one may grant and whose rights one has. */
    private static void mayDecide(Caller caller, Sql sql, Account account) throws SQLException {
        if (!caller.subject().equals(account.id())) {
            Authority.requireIn(caller, IdentityPermissions.GRANTS, account.departments());
            Authority.mustHaveForGood(sql, caller, new Rights(sql).passedOnBy(account.id()));
        } else if (!caller.belongsTo(Audience.ADMINISTRATION)) {
            // Who has still to choose a password, or to set a second factor up, belongs nowhere yet.
            throw Refusals.deputiesNotYet();
        }
    }

    /** Either of the two, also when they belong to no department any more; else who could appoint. */
    private static void mayEnd(Caller caller, Sql sql, Deputyship agreement) throws SQLException {
        if (caller.subject().equals(agreement.deputyId())) {
            return;
        }
        Account account = new AccountTable(sql).get(agreement.accountId()).account();
        boolean own = caller.subject().equals(account.id());
        if (!own || !hasAll(caller, sql, account)) {
            mayDecide(caller, sql, account);
        }
    }

    /** Who has still to choose a password, or to set a second factor up, has less than their account. */
    private static boolean hasAll(Caller caller, Sql sql, Account account) throws SQLException {
        Set<Grant> own = new Rights(sql).ownOf(account.id());
        boolean isUnfinished = account.departments().isEmpty() && own.isEmpty() && account.mustChangePassword();
        return !isUnfinished
                && caller.departments().containsAll(account.departments())
                && caller.grants().containsAll(own);
    }

    /** The deputy, when all is well with the entry. */
    private Account valid(AccountTable accounts, Account account, Entry entry) throws SQLException {
        Mistakes mistakes = new Mistakes();
        if (account.departments().isEmpty()) {
            mistakes.notValid(
                    AWAY,
                    "Vertreten wird, wer zu einem Fachbereich gehört.",
                    "Somebody who is stood in for belongs to a department.");
        }
        Account deputy = deputy(mistakes, accounts, account, entry.loginName());
        mustBeValid(mistakes, entry.firstDay(), entry.lastDay());
        mistakes.refuse();
        return deputy;
    }

    private static Account deputy(Mistakes mistakes, AccountTable accounts, Account account, String loginName)
            throws SQLException {
        String login = Names.login(loginName);
        Account deputy = login == null
                ? null
                : accounts.byLogin(Names.key(login))
                        .map(AccountTable.Stored::account)
                        .orElse(null);
        if (deputy == null
                || deputy.state() != Account.State.ACTIVE
                || deputy.departments().isEmpty()) {
            mistakes.notValid(
                    "loginName",
                    "Unter diesem Anmeldenamen gibt es niemanden, der vertreten kann. Prüfen Sie die Schreibweise.",
                    "Nobody who could stand in has this login name. Check the spelling.");
        } else if (deputy.id().equals(account.id())) {
            mistakes.notValid("loginName", "Niemand vertritt sich selbst.", "Nobody stands in for themselves.");
        }
        return deputy;
    }

    private void mustBeValid(Mistakes mistakes, LocalDate first, LocalDate last) {
        if (first == null) {
            mistakes.notValid(
                    "firstDay", "Eine Vertretung braucht einen ersten Tag.", "A deputyship needs a first day.");
        } else if (first.isBefore(today()) || first.isAfter(today().plusDays(MOST_DAYS))) {
            mistakes.notValid(
                    "firstDay",
                    "Der erste Tag ist heute oder liegt höchstens " + MOST_DAYS + " Tage in der Zukunft.",
                    "The first day is today, or within " + MOST_DAYS + " days from now.");
        }
        if (last == null) {
            mistakes.notValid(
                    "lastDay", "Eine Vertretung braucht einen letzten Tag.", "A deputyship needs a last day.");
        } else if (first != null && (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS)) {
            mistakes.notValid(
                    "lastDay",
                    "Der letzte Tag liegt nicht vor dem ersten, und eine Vertretung dauert höchstens " + MOST_DAYS
                            + " Tage.",
                    "The last day is not before the first one, and a deputyship lasts " + MOST_DAYS + " days at most.");
        }
    }

    private void record(Caller caller, String action, Deputyship agreement) {
        trail.record(AuditEvent.success(caller, "identity", action, "Account", agreement.accountId())
                .with("deputy", agreement.deputyId())
                .with("firstDay", agreement.firstDay().toString())
                .with("lastDay", agreement.lastDay().toString()));
    }

    private LocalDate today() {
        return Rights.day(clock);
    }
}
