package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.SignIn;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps the accounts. */
@Component
public final class AccountsService implements Accounts {

    private static final int LONGEST_SEARCH = 100;
    private static final int LARGEST_PAGE = 1_000;
    private static final int MOST_DEPARTMENTS = 100;

    /** What the trail says when something is to be recorded of somebody whom it has forgotten. */
    static final String PERSON_ERASED = "person-erased";

    private final Transactions transactions;
    private final AuditTrail trail;
    private final PasswordHasher hasher;
    private final SessionStore sessions;
    private final Letters letters;
    private final Secrets secrets = new Secrets();
    private final Clock clock;

    /** There while there is a trail: it is told who looks at accounts of others. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SensitiveReads reads;

    @Activate
    public AccountsService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference PasswordHasher hasher,
            @Reference SessionStore sessions,
            @Reference Letters letters) {
        this(transactions, trail, hasher, sessions, letters, Clock.systemUTC());
    }

    AccountsService(
            Transactions transactions,
            AuditTrail trail,
            PasswordHasher hasher,
            SessionStore sessions,
            Letters letters,
            Clock clock) {
        this.clock = clock;
        this.letters = letters;
        this.transactions = transactions;
        this.trail = trail;
        this.hasher = hasher;
        this.sessions = sessions;
    }

    @Override
    public List<Account> list(Caller caller, String text, String after, int limit) {
        Readable readable = Readable.to(caller);
        String words = words(text);
        String from = after == null ? "" : Names.key(after).replace("\0", "");
        int rows = Math.max(1, Math.min(limit, LARGEST_PAGE));
        List<Account> found = transactions.call(tx -> new AccountTable(new Sql(tx)).list(readable, words, from, rows));
        SensitiveReads listening = reads;
        if (listening != null && found.stream().anyMatch(each -> !each.id().equals(caller.subject()))) {
            // Who is looked for is typed as a name.
            Map<String, String> asked = words.isEmpty() ? Map.of() : Map.of("text", "…");
            listening.noteList(caller, "identity", "Account", asked, found.size());
        }
        return found;
    }

    @Override
    public Optional<Account> byLogin(Caller caller, String loginName) {
        Readable readable = Readable.to(caller);
        String login = Names.login(loginName);
        if (login == null) {
            return Optional.empty();
        }
        Optional<Account> found = transactions.call(tx -> new AccountTable(new Sql(tx)).byLogin(readable, login));
        found.ifPresent(account -> note(caller, account.id()));
        return found;
    }

    /** What is searched for: login names are compared by their keys, and display names without case. */
    static String words(String text) {
        String words = text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        if (words.length() > LONGEST_SEARCH) {
            throw Mistakes.at(
                    "text",
                    Refusals.notValid(
                            "Gesucht wird nach höchstens " + LONGEST_SEARCH + " Zeichen.",
                            "A search has " + LONGEST_SEARCH + " characters at most."));
        }
        return words;
    }

    @Override
    public Account get(Caller caller, String id) {
        Account account = transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Readable.require(sql, caller, id);
            return new AccountTable(sql).get(id).account();
        });
        note(caller, id);
        return account;
    }

    private void note(Caller caller, String id) {
        SensitiveReads listening = reads;
        if (listening != null && !caller.subject().equals(id)) {
            listening.note(caller, "identity", "Account", id, null);
        }
    }

    @Override
    public Issued add(Caller caller, Entry entry) {
        mayPut(caller, entry);
        String password = secrets.password();
        String hash = hasher.hash(password);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            Account account = valid(
                    sql,
                    new Account(
                            UUID.randomUUID().toString(),
                            "",
                            "",
                            null,
                            Account.State.ACTIVE,
                            entry.departments(),
                            true,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            0),
                    entry);
            new AccountTable(sql).insert(account, hash);
            record(caller, "account.created", account);
            return new Issued(account, password);
        });
    }

    @Override
    public Account change(Caller caller, String id, Entry entry, Long expected) {
        Authority.requireAnywhere(caller, IdentityPermissions.ACCOUNTS);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            AccountTable accounts = new AccountTable(sql);
            Account before = accounts.lock(id).account();
            mayChange(caller, sql, before, clock);
            mayPut(caller, entry);
            Refusals.mustBe(expected, before.revision());
            Account after = valid(sql, before, entry);
            accounts.update(after);
            record(caller, "account.changed", after);
            if (!Objects.equals(before.email(), after.email())) {
                // To the address of before: whoever is at the new one may be somebody else.
                letters.tell(before, Letters.Notice.ADDRESS_CHANGED);
            }
            return after;
        });
    }

    @Override
    public Account setState(Caller caller, String id, Account.State state, Long expected) {
        Authority.requireAnywhere(caller, IdentityPermissions.ACCOUNTS);
        if (state != Account.State.ACTIVE && caller.answerable().equals(id)) {
            // Signed out at once, they could not take it back; nor could a script with their token.
            throw Refusals.ownAccount();
        }
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            AccountTable accounts = new AccountTable(sql);
            Account before = accounts.lock(id).account();
            mayChange(caller, sql, before, clock);
            Refusals.mustBe(expected, before.revision());
            if (before.state() == state) {
                return before;
            }
            Account after = new Account(
                    id,
                    before.loginName(),
                    before.displayName(),
                    before.email(),
                    state,
                    before.departments(),
                    before.mustChangePassword(),
                    before.created(),
                    before.revision() + 1);
            long administrators = accounts.administrators();
            accounts.update(after);
            if (state != Account.State.ACTIVE) {
                sessions.endAll(sql, id);
                PasswordLinks.remove(sql, id);
                mustLeaveAnAdministrator(accounts, administrators);
            }
            AuditEvent event = AuditEvent.success(caller, "identity", "account.state-changed", "Account", id)
                    .with("before", before.state().name())
                    .with("after", state.name());
            // Whom the trail has forgotten it cannot name, so theirs stays closed: nothing that they did could be
            // recorded.
            boolean opens = state == Account.State.ACTIVE || before.state() == Account.State.CLOSED;
            trail.record(opens ? event.withPersonal(id, "loginName", after.loginName()) : event);
            return after;
        });
    }

    @Override
    public Reset resetPassword(Caller caller, String id) {
        return reset(caller, id, (account, reset) -> letters.tell(account, Letters.Notice.PASSWORD_RESET));
    }

    @Override
    public boolean canMailLink(Account account) {
        return letters.canReach(account);
    }

    @Override
    public Instant mailPasswordLink(Caller caller, String id, String base) {
        return reset(caller, id, (account, reset) -> {
                    letters.passwordLink(account, base + reset.path(), reset.expires());
                })
                .expires();
    }

    /** What is written to the owner within the transaction. */
    private interface Writing {
        void of(Account account, Reset reset);
    }

    private Reset reset(Caller caller, String id, Writing writing) {
        Authority.requireAnywhere(caller, IdentityPermissions.ACCOUNTS);
        // Nobody knows it: what was known before does not open the account any more.
        String hash = hasher.hash(secrets.password());
        String secret = secrets.session();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            AccountTable accounts = new AccountTable(sql);
            mayChange(caller, sql, accounts.lock(id).account(), clock);
            accounts.password(id, hash, true);
            sessions.endAll(sql, id);
            new PasswordLinks(sql).insert(id, secret, now);
            trail.record(AuditEvent.success(caller, "identity", "password.reset", "Account", id));
            Account account = accounts.get(id).account();
            Reset reset = new Reset(account, SignIn.CHOOSE_PASSWORD + secret, now.plus(PasswordLinks.HOLDS));
            writing.of(account, reset);
            return reset;
        });
    }

    /** Where there was one before: the operator may work without any. */
    static void mustLeaveAnAdministrator(AccountTable accounts, long before) throws SQLException {
        if (before > 0 && accounts.administrators() == 0) {
            throw Refusals.lastAdministrator();
        }
    }

    static void mayChange(Caller caller, Sql sql, Account account, Clock clock) throws SQLException {
        Authority.requireIn(caller, IdentityPermissions.ACCOUNTS, account.departments());
        Authority.mustHave(caller, new Rights(sql).from(account.id(), Rights.day(clock)));
        if (CouncilMembersService.person(sql, account.id()).isPresent()) {
            // Whoever gets at this account gets at the seats.
            caller.require(IdentityPermissions.GRANTS, Grant.ALL);
        }
    }

    private static void mayPut(Caller caller, Entry entry) {
        Mistakes.at(
                "departments", () -> Authority.requireIn(caller, IdentityPermissions.ACCOUNTS, entry.departments()));
    }

    private void record(Caller caller, String action, Account account) {
        try {
            trail.record(event(caller, action, account, personal(account)));
        } catch (ProblemException e) {
            if (!e.problem().code().equals(PERSON_ERASED)) {
                throw e;
            }
            // Whose account it is was forgotten, and what is still here of them must be able to go.
            trail.record(event(caller, action, account, List.of()));
        }
    }

    private static AuditEvent event(Caller caller, String action, Account account, List<PersonalField> personal) {
        return new AuditEvent(
                caller,
                "identity",
                action,
                "Account",
                account.id(),
                null,
                AuditEvent.Outcome.SUCCESS,
                Map.of("departments", String.join(" ", account.departments())),
                personal);
    }

    static List<PersonalField> personal(Account account) {
        List<PersonalField> personal = new ArrayList<>();
        personal.add(new PersonalField(account.id(), "loginName", account.loginName()));
        personal.add(new PersonalField(account.id(), "displayName", account.displayName()));
        if (account.email() != null) {
            personal.add(new PersonalField(account.id(), "email", account.email()));
        }
        return personal;
    }

    private static Account valid(Sql sql, Account before, Entry entry) throws SQLException {
        Mistakes mistakes = new Mistakes();
        String login = Names.login(entry.loginName());
        if (login == null) {
            mistakes.notValid(
                    "loginName",
                    "Der Anmeldename besteht aus 1 bis " + Names.LONGEST_LOGIN
                            + " lateinischen Buchstaben, Ziffern und den Zeichen . _ - + @.",
                    "A login name is made of 1 to " + Names.LONGEST_LOGIN
                            + " Latin letters, digits and the characters . _ - + @.");
        } else if (isTaken(sql, login, before.id())) {
            mistakes.add(
                    "loginName",
                    Refusals.taken(
                            "Den Anmeldenamen „" + login
                                    + "“ gibt es schon. Haben Sie das Konto eben selbst angelegt und das"
                                    + " Kennwort nicht gesehen, setzen Sie es dort zurück.",
                            "The login name '" + login
                                    + "' is taken. If you have just made the account yourself and not seen"
                                    + " the password, reset it there."));
        }
        String display = Names.line(entry.displayName(), 200);
        if (display == null) {
            mistakes.notValid(
                    "displayName",
                    "Der Name braucht 1 bis 200 sichtbare Zeichen.",
                    "The name needs 1 to 200 visible characters.");
        }
        String email = DepartmentsService.email(mistakes, entry.email());
        if (entry.departments().size() > MOST_DEPARTMENTS) {
            mistakes.notValid(
                    "departments",
                    "Ein Konto gehört zu höchstens " + MOST_DEPARTMENTS + " Fachbereichen.",
                    "An account belongs to " + MOST_DEPARTMENTS + " departments at most.");
        } else if (!entry.departments().stream().allMatch(DepartmentTree.read(sql)::contains)) {
            mistakes.add("departments", Refusals.departmentNotFound());
        }
        mistakes.refuse();
        return new Account(
                before.id(),
                login,
                display,
                email,
                before.state(),
                entry.departments(),
                before.mustChangePassword(),
                before.created(),
                before.revision() + 1);
    }

    private static boolean isTaken(Sql sql, String login, String id) throws SQLException {
        return sql.number("select count(*) from identity_account where login_key = ? and id <> ?", Names.key(login), id)
                > 0;
    }
}
