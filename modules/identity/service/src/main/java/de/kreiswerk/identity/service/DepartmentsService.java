package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.identity.DepartmentListener;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.IdentityPermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps the departments. */
@Component
public final class DepartmentsService implements Departments, DepartmentDirectory {

    private static final String SELECT =
            "select id, parent_id, short_name, name, email, valid_from, valid_until, revision from identity_department";

    private static final int MOST_LEVELS = 20;
    private static final int LONGEST_SHORT_NAME = 40;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock = Clock.systemUTC();

    /** Told within the transaction of a change. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<DepartmentListener> listeners = List.of();

    @Activate
    public DepartmentsService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.identity.service)") Schema schema,
            @Reference AuditTrail trail) {
        this.transactions = transactions;
        this.trail = trail;
    }

    @Override
    public List<Department> all(Caller caller) {
        Authority.requireAnywhere(caller, IdentityPermissions.READ);
        List<Department> byName = transactions.call(
                tx -> new Sql(tx).list(SELECT + " order by short_key", DepartmentsService::department));
        List<Department> ordered = new ArrayList<>();
        Map<String, List<Department>> below = new HashMap<>();
        byName.forEach(department -> below.computeIfAbsent(department.parentId(), any -> new ArrayList<>())
                .add(department));
        Deque<Department> next = new ArrayDeque<>();
        push(below.get(null), next);
        while (!next.isEmpty()) {
            Department department = next.pop();
            ordered.add(department);
            push(below.get(department.id()), next);
        }
        return ordered;
    }

    private static void push(List<Department> sisters, Deque<Department> next) {
        for (int i = sisters == null ? 0 : sisters.size(); i > 0; i--) {
            next.push(sisters.get(i - 1));
        }
    }

    @Override
    public List<DepartmentDirectory.Entry> departments() {
        return transactions.call(tx -> new Sql(tx).list(SELECT, row -> entry(department(row))));
    }

    @Override
    public Department get(Caller caller, String id) {
        Authority.requireAnywhere(caller, IdentityPermissions.READ);
        return transactions.call(tx -> get(new Sql(tx), id, ""));
    }

    @Override
    public Department add(Caller caller, Departments.Entry entry) {
        requireEverywhere(caller);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            Department department = valid(sql, UUID.randomUUID().toString(), entry, 1);
            sql.update(
                    "insert into identity_department (id, parent_id, short_name, short_key, name, email, valid_from,"
                            + " valid_until, created, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    department.id(),
                    department.parentId(),
                    department.shortName(),
                    Names.key(department.shortName()),
                    department.name(),
                    department.email(),
                    department.validFrom(),
                    department.validUntil(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            record(caller, "department.created", department);
            listeners.forEach(listener -> listener.changed(entry(department)));
            return department;
        });
    }

    @Override
    public Department change(Caller caller, String id, Departments.Entry entry, Long expected) {
        Authority.requireAnywhere(caller, IdentityPermissions.DEPARTMENTS);
        return transactions.call(tx -> {
            Sql sql = new Sql(tx);
            sql.rightsChanged();
            Department before = get(sql, id, " for update");
            caller.require(IdentityPermissions.DEPARTMENTS, id);
            if (!Objects.equals(before.parentId(), entry.parentId())) {
                Mistakes.at("parentId", () -> requireEverywhere(caller));
            }
            Refusals.mustBe(expected, before.revision());
            Department after = valid(sql, id, entry, before.revision() + 1);
            if (!keys(after).equals(keys(before))) {
                boolean shortNameStays = key(after.shortName()).equals(key(before.shortName()));
                Mistakes.at(shortNameStays ? "name" : "shortName", () -> requireEverywhere(caller));
            }
            sql.update(
                    "update identity_department set parent_id = ?, short_name = ?, short_key = ?, name = ?, email = ?,"
                            + " valid_from = ?, valid_until = ?, revision = ? where id = ?",
                    after.parentId(),
                    after.shortName(),
                    Names.key(after.shortName()),
                    after.name(),
                    after.email(),
                    after.validFrom(),
                    after.validUntil(),
                    after.revision(),
                    id);
            record(caller, "department.changed", after);
            listeners.forEach(listener -> listener.changed(entry(after)));
            return after;
        });
    }

    /**
     * Where a department stands and what it is called decides over rights: over those below it, and over the papers that
     * name it.
     */
    private static void requireEverywhere(Caller caller) {
        if (!caller.may(IdentityPermissions.DEPARTMENTS, Grant.ALL)) {
            throw Refusals.departmentsEverywhere();
        }
    }

    private static DepartmentDirectory.Entry entry(Department department) {
        return new DepartmentDirectory.Entry(
                department.id(),
                department.shortName(),
                department.name(),
                department.validFrom(),
                department.validUntil());
    }

    private static Set<String> keys(Department department) {
        return DepartmentKeys.ofNames(department.shortName(), department.name());
    }

    private static Set<String> key(String name) {
        return DepartmentKeys.ofNames(name, name);
    }

    private void record(Caller caller, String action, Department department) {
        trail.record(AuditEvent.success(caller, "identity", action, "Department", department.id())
                .inDepartment(department.id())
                .with("shortName", department.shortName())
                .with("name", department.name())
                .with("parent", String.valueOf(department.parentId())));
    }

    private static Department valid(Sql sql, String id, Departments.Entry entry, long revision) throws SQLException {
        Mistakes mistakes = new Mistakes();
        String shortName = shortName(mistakes, entry);
        String name = Names.line(entry.name(), 200);
        if (name == null) {
            mistakes.notValid(
                    "name",
                    "Der Name braucht 1 bis 200 sichtbare Zeichen.",
                    "The name needs 1 to 200 visible characters.");
        }
        String email = email(mistakes, entry.email());
        mustBeUsual(mistakes, "validFrom", entry.validFrom());
        mustBeUsual(mistakes, "validUntil", entry.validUntil());
        if (entry.validFrom() != null
                && entry.validUntil() != null
                && entry.validUntil().isBefore(entry.validFrom())) {
            mistakes.notValid("validUntil", "Das Ende liegt vor dem Beginn.", "The end is before the beginning.");
        }
        DepartmentTree tree = DepartmentTree.read(sql);
        mustFit(mistakes, tree, id, entry.parentId());
        if (shortName != null && name != null) {
            mustBeItsOwn(mistakes, sql, tree, id, shortName, name);
        }
        mistakes.refuse();
        return new Department(
                id, entry.parentId(), shortName, name, email, entry.validFrom(), entry.validUntil(), revision);
    }

    private static String shortName(Mistakes mistakes, Departments.Entry entry) {
        String shortName = Names.line(entry.shortName(), LONGEST_SHORT_NAME);
        if (shortName != null && Names.key(shortName).length() <= LONGEST_SHORT_NAME) {
            return shortName;
        }
        mistakes.notValid(
                "shortName",
                "Das Kurzzeichen braucht 1 bis " + LONGEST_SHORT_NAME + " sichtbare Zeichen.",
                "The short name needs 1 to " + LONGEST_SHORT_NAME + " visible characters.");
        return null;
    }

    private static void mustFit(Mistakes mistakes, DepartmentTree tree, String id, String parentId) {
        if (parentId != null && !tree.contains(parentId)) {
            mistakes.add("parentId", Refusals.departmentNotFound());
        } else if (parentId != null && tree.isWithin(parentId, id)) {
            mistakes.notValid(
                    "parentId",
                    "Ein Fachbereich kann nicht unter sich selbst stehen.",
                    "A department cannot be below itself.");
        } else if (tree.level(parentId) + tree.levelsBelow(id) > MOST_LEVELS) {
            mistakes.notValid(
                    "parentId",
                    "Die Fachbereiche haben höchstens " + MOST_LEVELS + " Ebenen. Wählen Sie einen höheren.",
                    "The departments have " + MOST_LEVELS + " levels at most. Choose a higher one.");
        }
    }

    private static void mustBeItsOwn(
            Mistakes mistakes, Sql sql, DepartmentTree tree, String id, String shortName, String name)
            throws SQLException {
        boolean taken = sql.number(
                        "select count(*) from identity_department where short_key = ? and id <> ?",
                        Names.key(shortName),
                        id)
                > 0;
        if (taken) {
            mistakes.add(
                    "shortName",
                    Refusals.taken(
                            "Das Kurzzeichen „" + shortName + "“ hat schon ein anderer Fachbereich.",
                            "Another department has the short name '" + shortName + "' already."));
        }
        Map<String, String> names = new LinkedHashMap<>();
        names.put("shortName", shortName);
        names.put("name", name);
        names.forEach((field, words) -> {
            Set<String> keys = key(words);
            if (keys.stream().anyMatch(DepartmentKeys::isLikeAnId)) {
                mistakes.notValid(
                        field,
                        "Das darf nicht aussehen wie die Kennung eines Fachbereichs.",
                        "This must not look like the id of a department.");
            } else if (tree.isTaken(keys, id)) {
                mistakes.add(
                        field,
                        Refusals.taken(
                                "Das gleicht dem Kurzzeichen oder Namen eines anderen Fachbereichs. Rechte würden für"
                                        + " beide gelten. Wählen Sie etwas anderes.",
                                "This equals the short name or the name of another department. Rights would hold for"
                                        + " both. Choose something else."));
            }
        });
    }

    /** What forms and databases can keep, and nobody mistypes. */
    private static void mustBeUsual(Mistakes mistakes, String field, LocalDate date) {
        if (date != null && (date.getYear() < 1900 || date.getYear() > 9999)) {
            mistakes.notValid(
                    field, "Ein Tag liegt in den Jahren 1900 bis 9999.", "A day is in the years 1900 to 9999.");
        }
    }

    static String email(Mistakes mistakes, String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        if (!Names.isEmail(email.strip())) {
            mistakes.notValid(
                    "email",
                    "Das ist keine E-Mail-Adresse. Sie sieht aus wie name@landkreis.example.",
                    "This is no e-mail address. It looks like name@county.example.");
        }
        return email.strip();
    }

    private static Department get(Sql sql, String id, String lock) throws SQLException {
        if (id == null || id.indexOf('\0') >= 0) {
            throw Refusals.departmentNotFound();
        }
        return sql.one(SELECT + " where id = ?" + lock, DepartmentsService::department, id)
                .orElseThrow(Refusals::departmentNotFound);
    }

    private static Department department(ResultSet row) throws SQLException {
        return new Department(
                row.getString("id"),
                row.getString("parent_id"),
                row.getString("short_name"),
                row.getString("name"),
                row.getString("email"),
                Sql.date(row, "valid_from"),
                Sql.date(row, "valid_until"),
                row.getLong("revision"));
    }
}
