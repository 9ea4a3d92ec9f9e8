package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.ExternalSignIn;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.RoleGrant;
import de.kreiswerk.identity.api.Roles;
import de.kreiswerk.identity.api.SignIn;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** People on a real database, with accounts, roles and departments that are kept in memory: {@code role@department}. */
final class TestPeople implements AutoCloseable {

    final TestDatabase database;
    final Map<String, List<String>> grants = new ConcurrentHashMap<>();
    final Map<String, Set<String>> belongs = new ConcurrentHashMap<>();
    final Map<String, Account.State> states = new ConcurrentHashMap<>();
    final Queue<AuditEvent> records = new ConcurrentLinkedQueue<>();
    final Queue<List<String>> wishes = new ConcurrentLinkedQueue<>();
    Callable<?> beforeAccount = () -> null;

    private final List<Department> departments = new CopyOnWriteArrayList<>();
    private final AtomicInteger subjects = new AtomicInteger();
    private final People people;

    /** Answers a call of a service. */
    private interface Answer {
        Object to(Object[] arguments) throws Exception;
    }

    TestPeople(Engine engine) {
        database = new TestDatabase(engine, "flyway_identity_oidc", "/db/migration/V1__oidc.sql");
        department("d61", "FD 61", "Planung");
        people = new People(
                database.transactions,
                new Schema() {},
                service(AuditTrail.class, Map.of("record", it -> records.add((AuditEvent) it[0]))),
                service(ExternalSignIn.class, Map.of("add", it -> add((ExternalSignIn.Newcomer) it[1]), "begin", it -> {
                    String account = (String) it[0];
                    mustBeActive(account);
                    return new SignIn.Started(account, false, false, null);
                })),
                service(Accounts.class, Map.of("get", it -> account((String) it[1]), "change", it -> {
                    belongs.put((String) it[1], ((Accounts.Entry) it[2]).departments());
                    return account((String) it[1]);
                })),
                service(
                        Roles.class,
                        Map.of(
                                "all", it -> roles(),
                                "grants", it -> grantsOf((String) it[1]),
                                "grant", it -> grant((String) it[1], it[2] + "@" + (it[3] == null ? "" : it[3])),
                                "revoke", it -> revoke((String) it[1], (String) it[2]))),
                service(Departments.class, Map.of("all", it -> departments)));
    }

    void department(String id, String shortName, String name) {
        departments.add(new Department(id, null, shortName, name, null, null, null, 1));
    }

    /** The account that somebody is signed in to. */
    String signIn(ProviderSettings settings, Claims claims) throws SignInFailed {
        return people.signIn(settings, claims, new SignIn.Client("198.51.100.7", null), "request")
                .sessionId();
    }

    /** What somebody new gets for a mapping to a department. */
    List<String> mapped(String department) throws SignInFailed {
        String account = signIn(
                PeopleTest.settings("amt", Map.of("mapping", "g=author@" + department)),
                PeopleTest.claims("mapped-" + subjects.incrementAndGet(), Map.of("groups", "g")));
        return grants(account);
    }

    List<String> grants(String account) {
        return grants.getOrDefault(account, List.of()).stream().sorted().toList();
    }

    /** Tries it as the servlet does. */
    void refused(ProviderSettings settings, Claims claims) {
        try {
            throw new AssertionError(signIn(settings, claims) + " was signed in");
        } catch (SignInFailed e) {
            people.failed(settings.name(), e, "request");
        }
    }

    private void mustBeActive(String account) {
        Account.State state = states.getOrDefault(account, Account.State.ACTIVE);
        if (state != Account.State.ACTIVE) {
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    "account-" + state.name().toLowerCase(Locale.ROOT),
                    Text.same("x"),
                    Text.same("x"));
        }
    }

    private Account add(ExternalSignIn.Newcomer newcomer) throws Exception {
        wishes.add(newcomer.loginNames());
        beforeAccount.call();
        return account(UUID.randomUUID().toString());
    }

    private Account account(String id) {
        return new Account(
                id,
                id,
                id,
                null,
                Account.State.ACTIVE,
                belongs.getOrDefault(id, Set.of()),
                false,
                Instant.parse("2026-12-01T08:00:00Z"),
                1);
    }

    private static List<Role> roles() {
        return List.of("administrator", "author", "approver", "citizen").stream()
                .map(id -> new Role(id, Text.same(id), true, Set.of(), 1))
                .toList();
    }

    private List<RoleGrant> grantsOf(String account) {
        return grants(account).stream()
                .map(text -> {
                    String[] parts = text.split("@", 2);
                    return new RoleGrant(text, account, parts[0], parts[1].isEmpty() ? null : parts[1]);
                })
                .toList();
    }

    private Object grant(String account, String text) {
        grants.compute(account, (id, before) -> {
            List<String> after = new ArrayList<>(before == null ? List.of() : before);
            after.add(text);
            return after;
        });
        return null;
    }

    private Object revoke(String account, String grant) {
        boolean last = grant.equals("administrator@")
                && grants.values().stream().filter(each -> each.contains(grant)).count() == 1;
        if (last) {
            throw new ProblemException(Problem.Kind.CONFLICT, "last-administrator", Text.same("x"), Text.same("x"));
        }
        grants.computeIfPresent(
                account,
                (id, before) ->
                        before.stream().filter(each -> !each.equals(grant)).toList());
        return null;
    }

    private static <T> T service(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == void.class
                        ? nothing(answers.get(method.getName()).to(arguments))
                        : answers.get(method.getName()).to(arguments)));
    }

    private static Object nothing(Object ignored) {
        return null;
    }

    @Override
    public void close() {
        database.close();
    }
}
