package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.identity.PermissionDeclaration;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.secret.SecretBox;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.runtime.testing.MovingClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** This module on a real database, with a trail that keeps what was committed and a clock that the tests move. */
final class TestIdentity implements AutoCloseable {

    static final Caller OPERATOR = caller("operator", new Grant(Grant.ALL, Grant.ALL));
    static final SignIn.Client OFFICE = new SignIn.Client("10.1.2.3", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    /** What a hash costs is tried where that is the question. */
    private static final int CHEAP_KIB = 64;

    /** The texts {@code 000} to {@code 999}, as a table of one column named {@code text}. */
    static final String THOUSAND =
            "(select a.n || b.n || c.n text from (values %1$s) a (n), (values %1$s) b (n), (values %1$s) c (n))"
                    .formatted("('0'), ('1'), ('2'), ('3'), ('4'), ('5'), ('6'), ('7'), ('8'), ('9')");

    static final SignIn.Client STRANGER = new SignIn.Client("198.51.100.7", null);

    final TestDatabase database;
    final Queue<AuditEvent> records = new ConcurrentLinkedQueue<>();
    final PasswordHasher hasher;
    final MovingClock clock = new MovingClock();
    final Throttle throttle = new Throttle(5, 20, Duration.ofMinutes(5), clock);
    final AuditTrail trail = new Trail();
    final SecretBox box = new Box();
    /** To nobody, until a test gives them an outbox. */
    final Letters letters = new Letters(clock);

    final SecondFactorRule rule;
    final SessionStore sessions;
    final SecondFactorService secondFactor;
    final Departments departments;
    final Accounts accounts;
    final DeclaredPermissions declared = new DeclaredPermissions();
    private List<PermissionDeclaration> declaring = List.of();
    final RolesService roles;
    final SessionsService otherSessions;
    final TokenStore tokenStore;
    final TokensService tokens;
    final SignIn signIn;
    final Deputies deputies;
    final CouncilMembersService members;

    /** Administrators need no second factor. */
    TestIdentity(Engine engine) {
        this(engine, false);
    }

    TestIdentity(Engine engine, boolean secondFactorMandatory) {
        this(engine, secondFactorMandatory, new Argon2(CHEAP_KIB));
    }

    TestIdentity(Engine engine, boolean secondFactorMandatory, Argon2 argon2) {
        this.hasher = new PasswordHasher(2, 16, argon2);
        this.database = new TestDatabase(
                engine,
                "flyway_identity_service",
                "/db/migration/V1__identity.sql",
                "/db/migration/V2__tokens.sql",
                "/db/migration/V3__password_links.sql",
                "/db/migration/V4__deputies.sql",
                "/db/migration/V5__council_members.sql",
                "/db/migration/V6__second_factor.sql",
                "/db/migration/V7__auditors_read_the_trail.sql",
                "/db/migration/V8__auditors_read_who_did_it.sql",
                "/db/migration/V9__archive.sql");
        Schema schema = new Schema() {};
        this.rule = new SecondFactorRule(secondFactorMandatory);
        this.sessions =
                new SessionStore(database.transactions, rule, clock, Duration.ofMinutes(30), Duration.ofHours(12));
        this.departments = new DepartmentsService(database.transactions, schema, trail);
        this.accounts = new AccountsService(database.transactions, trail, hasher, sessions, letters, clock);
        this.roles = new RolesService(database.transactions, schema, trail, declared);
        this.otherSessions = new SessionsService(database.transactions, schema, trail, sessions);
        this.tokenStore = new TokenStore(database.transactions, clock);
        tokenStore.trail = trail;
        this.tokens = new TokensService(database.transactions, trail, declared, clock);
        declare(
                new IdentityPermissionDeclaration(),
                () -> Map.of(
                        "proposals.read",
                        Text.same("Vorlagen lesen"),
                        "proposals.import",
                        Text.same("Vorlagen abgeben")));
        this.secondFactor =
                new SecondFactorService(database.transactions, trail, box, rule, sessions, throttle, letters, clock);
        this.signIn = signIn(database.transactions, hasher);
        this.members = new CouncilMembersService(database.transactions, trail, clock);
        this.deputies = new DeputiesService(database.transactions, trail, clock);
    }

    /** By the platform, instead of what was declared before. */
    void declare(PermissionDeclaration... all) {
        declaring.forEach(declared::takeBack);
        declaring = List.of(all);
        declaring.forEach(each -> declared.declare(each, null, each));
    }

    /** With the same attempts as the other. */
    SignIn signIn(Transactions transactions, PasswordHasher hasher) {
        return new SignInService(transactions, trail, hasher, sessions, throttle, box, rule, letters, clock);
    }

    /** Lets something happen after the first transaction: between the comparison of a password and what comes of it. */
    SignIn signInWhile(Runnable happens) {
        AtomicInteger calls = new AtomicInteger();
        return signIn(
                (Transactions) Proxy.newProxyInstance(
                        TestIdentity.class.getClassLoader(),
                        new Class<?>[] {Transactions.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("call") && calls.incrementAndGet() == 2) {
                                happens.run();
                            }
                            try {
                                return method.invoke(database.transactions, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }),
                hasher);
    }

    static Caller caller(String subject, Grant... grants) {
        return new Caller(subject, "Name", Set.of(grants), "test", Instant.EPOCH, "request");
    }

    Department department(String shortName, Department parent) {
        return departments.add(
                OPERATOR,
                new Departments.Entry(
                        parent == null ? null : parent.id(), shortName, "Fachdienst " + shortName, null, null, null));
    }

    /** Without a department. */
    Accounts.Issued account(String login) {
        return accounts.add(OPERATOR, new Accounts.Entry(login, "Anna Beispiel", "anna@kreis.example", Set.of()));
    }

    /** An account that has chosen its password, and its session. */
    SignIn.Started ready(String login, String password) {
        Accounts.Issued issued = account(login);
        SignIn.Started first = signIn.withPassword(login, issued.password(), OFFICE, "request");
        return signIn.changePassword(
                callerOf(first.sessionId()), first.sessionId(), issued.password(), password, OFFICE);
    }

    Caller callerOf(String sessionId) {
        return sessions.find(sessionId, "request").orElseThrow(() -> new AssertionError("not signed in"));
    }

    Account accountOf(SignIn.Started started) {
        return accounts.get(OPERATOR, callerOf(started.sessionId()).subject());
    }

    List<String> actions() {
        return records.stream().map(AuditEvent::action).toList();
    }

    @Override
    public void close() throws Exception {
        hasher.close();
        database.close();
    }

    /** Not a safe one. */
    private static final class Box implements SecretBox {

        @Override
        public String seal(String purpose, String owner, byte[] secret) {
            return HexFormat.of().formatHex((purpose + owner).getBytes(StandardCharsets.UTF_8)) + "."
                    + HexFormat.of().formatHex(secret);
        }

        @Override
        public Optional<byte[]> open(String purpose, String owner, String sealed) {
            String lead = HexFormat.of().formatHex((purpose + owner).getBytes(StandardCharsets.UTF_8)) + ".";
            return sealed.startsWith(lead)
                    ? Optional.of(HexFormat.of().parseHex(sealed.substring(lead.length())))
                    : Optional.empty();
        }
    }

    private final class Trail implements AuditTrail {

        @Override
        public void record(AuditEvent event) {
            database.transactions.current().orElseThrow().afterCommit(() -> records.add(event));
        }

        @Override
        public List<AuditRecord> read(long afterSequence, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
