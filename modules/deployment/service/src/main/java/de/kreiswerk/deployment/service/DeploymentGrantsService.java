package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.DeploymentGrants;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.GrantTable;
import de.kreiswerk.deployment.service.store.Locks;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What departments may deploy. */
@Component
public final class DeploymentGrantsService implements DeploymentGrants {

    private static final int LONGEST_NAMESPACE = 150;
    private static final int MOST_IMPORTS = 50;
    private static final Pattern NAMESPACE = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)+");
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern IMPORT =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*(?:\\.\\*)?");
    /** What the platform itself has, or will have, in front of its addresses. */
    private static final Set<String> TAKEN = Set.of(
            "admin",
            "anmelden",
            "abmelden",
            "api",
            "assets",
            "atom",
            "audit",
            "health",
            "barrierefreiheit",
            "datenschutz",
            "impressum",
            "konto",
            "metrics",
            "platform",
            "oparl",
            "sitzungen",
            "suche",
            "text",
            "transparenz",
            "vorlagen",
            "well-known",
            "deployment",
            "identity",
            "proposals",
            "forms",
            "assistants",
            "strategy",
            "search",
            "portal");

    private static final Set<String> THIRD_PARTIES = Set.of(
            "ch.qos",
            "com.bucket4j",
            "com.fasterxml",
            "com.h2database",
            "com.nimbusds",
            "com.sun",
            "com.zaxxer",
            "gg.jte",
            "io.github",
            "jakarta",
            "java",
            "javax",
            "jul.to",
            "org.apache",
            "org.bouncycastle",
            "org.codehaus",
            "org.eclipse",
            "org.flywaydb",
            "org.h2",
            "org.objectweb",
            "org.osgi",
            "org.postgresql",
            "org.slf4j");

    private static final Text TITLE = new Text("Festlegung so nicht möglich", "Grant not possible like this");

    private final Transactions transactions;
    private final AuditTrail trail;
    private final DepartmentDirectory departments;

    @Activate
    public DeploymentGrantsService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.deployment.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference DepartmentDirectory departments) {
        this(transactions, trail, departments);
    }

    DeploymentGrantsService(Transactions transactions, AuditTrail trail, DepartmentDirectory departments) {
        this.transactions = transactions;
        this.trail = trail;
        this.departments = departments;
    }

    @Override
    public List<DeploymentGrant> all(Caller caller) {
        return transactions.call(tx -> new GrantTable(tx)
                .all().stream()
                        .filter(grant -> caller.may(DeploymentPermissions.READ, grant.department()))
                        .toList());
    }

    @Override
    public Optional<DeploymentGrant> find(Caller caller, String department) {
        caller.require(DeploymentPermissions.READ, department);
        return transactions.call(tx -> new GrantTable(tx).find(department));
    }

    @Override
    public List<Want> wants() {
        return Arrays.stream(de.kreiswerk.deployment.archive.wants.Want.values())
                .map(want -> new Want(want.name(), want.title()))
                .toList();
    }

    @Override
    public DeploymentGrant put(Caller caller, String department, Entry entry, Long expected) {
        caller.require(DeploymentPermissions.ADMINISTER, Grant.ALL);
        if (departments.departments().stream().noneMatch(known -> known.id().equals(department))) {
            throw Refusals.noDepartment();
        }
        throwIfAny(mistakes(entry));
        return transactions.call(tx -> {
            // Two that overlap with each other must not both find that they overlap with nobody.
            new Locks(tx).hold(Locks.GRANTS);
            GrantTable table = new GrantTable(tx);
            Optional<DeploymentGrant> before = table.find(department);
            long revision = before.map(DeploymentGrant::revision).orElse(0L);
            if (expected != null && expected != revision) {
                throw Refusals.of(
                        Kind.PRECONDITION_FAILED,
                        "grant-changed",
                        new Text("Inzwischen geändert", "Changed in between"),
                        new Text(
                                "Jemand anderes hat das inzwischen geändert. Laden Sie die Seite neu.",
                                "Somebody else has changed this in between. Load it again."));
            }
            DeploymentGrant grant = new DeploymentGrant(
                    department, entry.namespace(), entry.path(), entry.wants(), entry.imports(), revision + 1);
            throwIfAny(conflicts(tx, table, before, grant));
            if (before.isEmpty()) {
                table.insert(grant);
            } else if (!table.update(grant, revision)) {
                throw Refusals.changed();
            }
            trail.record(DeploymentTrail.department(caller, "grant.changed", "DeploymentGrant", department, department)
                    .with("namespace", grant.namespace())
                    .with("path", grant.path())
                    .with("needApproval", String.join(", ", needApproval(tx, grant)))
                    .with("wants", String.join(" ", new TreeSet<>(grant.wants())))
                    .with("imports", String.join(" ", new TreeSet<>(grant.imports()))));
            return grant;
        });
    }

    /** What runs and will not be started again unless somebody approves it. */
    private static List<String> needApproval(Transaction tx, DeploymentGrant grant) throws SQLException {
        ComponentTable table = new ComponentTable(tx);
        List<String> names = new ArrayList<>();
        for (StoredComponent component : table.all()) {
            if (component.active() != null && component.department().equals(grant.department())) {
                table.version(component.name(), component.active())
                        .filter(version -> !Approvals.open(
                                        version, Approvals.now(version.facts().findings(), Optional.of(grant)))
                                .isEmpty())
                        .ifPresent(version -> names.add(component.name() + " " + version.version()));
            }
        }
        return names;
    }

    private static Map<String, Text> mistakes(Entry entry) {
        Map<String, Text> errors = new LinkedHashMap<>();
        String namespace = entry.namespace() == null ? "" : entry.namespace();
        if (namespace.length() > LONGEST_NAMESPACE
                || !NAMESPACE.matcher(namespace).matches()
                || isWithin(namespace, "de.kreiswerk")
                || isWithin("de.kreiswerk", namespace)
                || isTheirs(namespace)) {
            errors.put(
                    "namespace",
                    new Text(
                            "Geben Sie mindestens zwei Namen mit einem Punkt dazwischen an, klein geschrieben wie de.lueneburg.ordnung; was mit de.kreiswerk beginnt, gehört der Plattform.",
                            "Enter at least two names with a dot between them, in lower case such as de.lueneburg.ordnung; what begins with de.kreiswerk is the platform's."));
        }
        String path = entry.path() == null ? "" : entry.path();
        if (!PATH.matcher(path).matches()) {
            errors.put(
                    "path",
                    new Text(
                            "Geben Sie 2 bis 40 Zeichen an: Kleinbuchstaben ohne Umlaute, Ziffern, Bindestriche; vorn ein Buchstabe.",
                            "Enter 2 to 40 characters: lower-case letters, digits, hyphens; a letter first."));
        } else if (TAKEN.contains(path)) {
            errors.put(
                    "path",
                    new Text(
                            "Unter dieser Adresse ist die Plattform selbst. Wählen Sie eine andere.",
                            "The platform itself is at this address. Choose another one."));
        }
        Set<String> known = new TreeSet<>();
        for (de.kreiswerk.deployment.archive.wants.Want want : de.kreiswerk.deployment.archive.wants.Want.values()) {
            known.add(want.name());
        }
        if (!known.containsAll(entry.wants())) {
            errors.put(
                    "wants",
                    new Text(
                            "Bekannt sind: " + String.join(", ", known) + ".",
                            "Known are: " + String.join(", ", known) + "."));
        }
        if (entry.imports().size() > MOST_IMPORTS
                || entry.imports().stream()
                        .anyMatch(name ->
                                name.length() > 200 || !IMPORT.matcher(name).matches())
                || String.join(",", entry.imports()).length() > 4_000) {
            errors.put(
                    "imports",
                    new Text(
                            "Geben Sie höchstens 50 Namen von Java-Paketen an, eines je Zeile, am Ende auch .* für alles darunter.",
                            "Enter at most 50 names of Java packages, one a line, with .* at the end for everything below."));
        }
        return errors;
    }

    /** What the platform's bundles are called or export is not a department's. */
    private static boolean isTheirs(String namespace) {
        return THIRD_PARTIES.stream().anyMatch(theirs -> isWithin(namespace, theirs) || isWithin(theirs, namespace));
    }

    private static Map<String, Text> conflicts(
            Transaction tx, GrantTable table, Optional<DeploymentGrant> before, DeploymentGrant grant)
            throws SQLException {
        Map<String, Text> errors = new LinkedHashMap<>();
        for (DeploymentGrant other : table.all()) {
            if (other.department().equals(grant.department())) {
                continue;
            }
            if (isWithin(other.namespace(), grant.namespace()) || isWithin(grant.namespace(), other.namespace())) {
                errors.put(
                        "namespace",
                        new Text(
                                "Er überschneidet sich mit dem eines anderen Fachbereichs: " + other.namespace() + ".",
                                "It overlaps with that of another department: " + other.namespace() + "."));
            }
            if (other.path().equals(grant.path())) {
                errors.put(
                        "path",
                        new Text("Diese Adresse hat ein anderer Fachbereich.", "Another department has this address."));
            }
        }
        boolean moved = before.isPresent()
                && (!before.get().namespace().equals(grant.namespace())
                        || !before.get().path().equals(grant.path()));
        if (moved
                && new ComponentTable(tx)
                        .all().stream()
                                .anyMatch(component -> component.department().equals(grant.department()))) {
            errors.put(
                    before.get().namespace().equals(grant.namespace()) ? "path" : "namespace",
                    new Text(
                            "Der Fachbereich hat schon Komponenten hochgeladen; Namensraum und Adresse bleiben darum, wie sie sind.",
                            "The department has uploaded components already; namespace and address therefore stay as they are."));
        }
        return errors;
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + ".");
    }

    private static void throwIfAny(Map<String, Text> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidEntry(Kind.UNPROCESSABLE, "grant-not-valid", TITLE, errors);
        }
    }
}
