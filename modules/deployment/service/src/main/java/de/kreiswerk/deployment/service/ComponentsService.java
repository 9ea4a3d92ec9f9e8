package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.api.ServiceMap;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.service.belongings.BelongingsReader;
import de.kreiswerk.deployment.service.belongings.DeletionWorker;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.plan.Planner;
import de.kreiswerk.deployment.service.run.Switches;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.Former;
import de.kreiswerk.deployment.service.store.GrantTable;
import de.kreiswerk.deployment.service.store.NodeTable;
import de.kreiswerk.deployment.service.store.RanStep;
import de.kreiswerk.deployment.service.store.SignerTable;
import de.kreiswerk.deployment.service.store.StepTable;
import de.kreiswerk.deployment.service.store.StoredArchives;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The components: who may see and do what, and what is written down before anything is done. */
@org.osgi.service.component.annotations.Component
public final class ComponentsService implements Components {

    private static final int HISTORY = 50;
    /** Of archives in memory at once, up to 100 MiB and what is unpacked of them. Those that are still coming lie in files. */
    private static final int MOST_ARCHIVES = 2;

    private static final long PATIENCE_SECONDS = 20;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final BlobStore blobs;
    private final Planner planner;
    private final Switches switches;
    private final Uploads uploads;
    private final Objections objections;
    private final Approving approving;
    private final Statements statements;
    private final ServiceMaps maps;
    private final BelongingsReader belongings;
    private final Consumer<String> goesSoon;
    private final Clock clock;
    private final Semaphore archives = new Semaphore(MOST_ARCHIVES, true);

    @Activate
    public ComponentsService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.deployment.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference BlobStore blobs,
            @Reference DepartmentDirectory departments,
            @Reference RequestGate gate,
            @Reference Planner planner,
            @Reference Judge judge,
            @Reference Switches switches,
            @Reference BelongingsReader belongings,
            @Reference DeletionWorker deletions) {
        this(
                transactions,
                trail,
                blobs,
                departments,
                gate,
                planner,
                judge,
                switches,
                belongings,
                deletions::soon,
                Clock.systemUTC());
    }

    ComponentsService(
            Transactions transactions,
            AuditTrail trail,
            BlobStore blobs,
            DepartmentDirectory departments,
            RequestGate gate,
            Planner planner,
            Judge judge,
            Switches switches,
            BelongingsReader belongings,
            Consumer<String> goesSoon,
            Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.blobs = blobs;
        this.planner = planner;
        this.switches = switches;
        this.belongings = belongings;
        this.goesSoon = goesSoon;
        this.clock = clock;
        this.uploads = new Uploads(transactions, trail, blobs, departments, judge, clock);
        this.objections = new Objections(transactions, judge);
        this.approving = new Approving(transactions, trail, this::judgedAgain);
        this.statements = new Statements(switches, clock);
        this.maps = new ServiceMaps(gate);
    }

    @Override
    public List<Component> all(Caller caller) {
        return statements.components(transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            List<Signer> signers = new SignerTable(tx).all();
            GrantTable grants = new GrantTable(tx);
            List<Statements.Stored> stored = new ArrayList<>();
            for (StoredComponent component : table.all()) {
                if (caller.may(DeploymentPermissions.READ, component.department())) {
                    stored.add(new Statements.Stored(
                            component,
                            table.versions(component.name()),
                            new StepTable(tx).ran(component.name()),
                            signers,
                            grants.find(component.department())));
                }
            }
            return stored;
        }));
    }

    @Override
    public Component get(Caller caller, String name) {
        return statements.component(transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            StoredComponent component = readable(caller, table.find(name));
            return new Statements.Stored(
                    component,
                    table.versions(name),
                    new StepTable(tx).ran(name),
                    new SignerTable(tx).all(),
                    new GrantTable(tx).find(component.department()));
        }));
    }

    /** What the caller may not see is not there. */
    static StoredComponent readable(Caller caller, Optional<StoredComponent> component) {
        return component
                .filter(found -> caller.may(DeploymentPermissions.READ, found.department()))
                .orElseThrow(Refusals::noComponent);
    }

    private static void mayBeChanged(StoredComponent component) {
        // First, since it is switched off for that.
        if (component.deleting() != null) {
            throw Refusals.deleting();
        }
        if (component.switching() != null) {
            throw Refusals.underWay();
        }
    }

    @Override
    public ComponentVersion upload(Caller caller, InputStream archive) throws IOException {
        // Who sends slowly takes no place from those whose archives are here.
        try (Inbox.Received received = uploads.receive(caller, archive)) {
            StoredVersion taken = taken(caller, received);
            return statement(
                    taken,
                    transactions
                            .call(tx -> new ComponentTable(tx).find(taken.component()))
                            .orElseThrow(Refusals::noComponent)
                            .department());
        }
    }

    private StoredVersion taken(Caller caller, Inbox.Received received) throws IOException {
        hold();
        try {
            return uploads.take(caller, received.file());
        } finally {
            archives.release();
        }
    }

    /** Many who upload or plan at once come one after the other. */
    private void hold() {
        try {
            if (archives.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusals.busy();
    }

    private ComponentVersion statement(StoredVersion version, String department) {
        return transactions.call(
                tx -> statements.version(version, new SignerTable(tx).all(), new GrantTable(tx).find(department)));
    }

    @Override
    public ComponentVersion approve(Caller caller, String name, String archive) {
        StoredComponent component = transactions.call(tx -> readable(caller, new ComponentTable(tx).find(name)));
        return statement(approving.approve(caller, component, archive), component.department());
    }

    private List<Finding> judgedAgain(StoredComponent component, String archive) {
        hold();
        try {
            return uploads.judgedAgain(read(archive), component.department());
        } finally {
            archives.release();
        }
    }

    @Override
    public void discard(Caller caller, String name, String archive) {
        transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            StoredComponent component = readable(caller, table.lock(name));
            StoredVersion version = mayBeDiscarded(caller, component, archive, table);
            table.delete(name, archive);
            blobs.release(archive, StoredArchives.owner(name));
            trail.record(DeploymentTrail.component(
                    caller,
                    "component.discarded",
                    Outcome.SUCCESS,
                    name,
                    component.department(),
                    Map.of("archive", archive, "version", version.version())));
            return null;
        });
    }

    @Override
    public Optional<Text> objectionToDiscard(Caller caller, String name, String archive) {
        return transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            StoredComponent component = readable(caller, table.find(name));
            table.version(name, archive).orElseThrow(Refusals::noVersion);
            try {
                mayBeDiscarded(caller, component, archive, table);
                return Optional.empty();
            } catch (ProblemException refused) {
                return Optional.of(refused.problem().detail());
            }
        });
    }

    private static StoredVersion mayBeDiscarded(
            Caller caller, StoredComponent component, String archive, ComponentTable table) throws SQLException {
        caller.require(DeploymentPermissions.DEPLOY, component.department());
        StoredVersion version = table.version(component.name(), archive).orElseThrow(Refusals::noVersion);
        mayBeChanged(component);
        if (archive.equals(component.active())) {
            throw Refusals.conflict(
                    "version-active",
                    new Text(
                            "Diese Version ist die aktive. Schalten Sie erst auf eine andere um.",
                            "This version is the active one. Switch to another one first."));
        }
        if (version.state() == State.QUARANTINED) {
            // Uploaded again it would be as good as new.
            caller.require(DeploymentPermissions.ADMINISTER, component.department());
        }
        Reserved.toDiscard(caller, component, version, table.versions(component.name()))
                .ifPresent(reserved -> {
                    throw reserved.refusal();
                });
        return version;
    }

    @Override
    public Plan plan(Caller caller, String name, String archive) {
        return plan(name, transactions.call(tx -> known(tx, caller, name, archive)));
    }

    @Override
    public Plan planOfRollback(Caller caller, String name) {
        return plan(name, transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            StoredComponent component = readable(caller, table.find(name));
            StoredVersion wanted = before(component.active(), table.versions(name), new StepTable(tx).ran(name));
            // Older than what runs or not: it is for everybody who deploys.
            return new Known(component, active(table, component), Optional.of(wanted), Optional.empty());
        }));
    }

    private Plan plan(String name, Known known) {
        hold();
        try {
            // One after the other: there is room for one of them.
            Map<String, String> contents = contents(known);
            Archive after =
                    known.wanted().isEmpty() ? null : read(known.wanted().get().archive());
            Plan plan =
                    planner.plan(new Planner.Question(name, known.active().map(StoredVersion::facts), contents, after));
            return known.wanted().isEmpty()
                    ? plan
                    : known.with(
                            plan,
                            objections.to(
                                    known.component(),
                                    known.active(),
                                    known.wanted().get(),
                                    after));
        } finally {
            archives.release();
        }
    }

    /**
     * What a plan is about.
     *
     * @param component the component
     * @param active what of it is active
     * @param wanted what is to be
     * @param reserved why the caller may not switch to that
     */
    private record Known(
            StoredComponent component,
            Optional<StoredVersion> active,
            Optional<StoredVersion> wanted,
            Optional<Reserved> reserved) {

        /** Whether both have a bundle of the same name and version. */
        boolean mayKeepBundles() {
            return active.isPresent()
                    && wanted.isPresent()
                    && wanted.get().facts().bundles().stream()
                            .anyMatch(active.get().facts().bundles()::contains);
        }

        Plan with(Plan plan, List<Text> objections) {
            List<Text> refusals = new ArrayList<>(objections);
            reserved.map(Reserved::sentence).ifPresent(refusals::add);
            refusals.addAll(plan.refusals());
            return new Plan(
                    plan.component(),
                    plan.archive(),
                    plan.bundles(),
                    plan.configurations(),
                    plan.refreshed(),
                    plan.dependants(),
                    refusals,
                    plan.notes());
        }
    }

    /** Of the active version, when a bundle of it may stay. */
    private Map<String, String> contents(Known known) {
        return known.mayKeepBundles()
                ? StoredArchives.contents(blobs, known.active().orElseThrow().archive())
                : Map.of();
    }

    private static Known known(Transaction tx, Caller caller, String name, String archive) throws SQLException {
        ComponentTable table = new ComponentTable(tx);
        StoredComponent component = readable(caller, table.find(name));
        Optional<StoredVersion> active = active(table, component);
        if (archive == null) {
            return new Known(component, active, Optional.empty(), Optional.empty());
        }
        StoredVersion wanted = table.version(name, archive).orElseThrow(Refusals::noVersion);
        return new Known(
                component, active, Optional.of(wanted), Reserved.to(caller, component, wanted, table.versions(name)));
    }

    private static Optional<StoredVersion> active(ComponentTable table, StoredComponent component) throws SQLException {
        return component.active() == null ? Optional.empty() : table.version(component.name(), component.active());
    }

    private Archive read(String sha256) {
        try {
            return StoredArchives.read(blobs, sha256).orElseThrow(Refusals::noVersion);
        } catch (BadArchive e) {
            throw Refusals.refused(e.code(), e.sentence());
        } catch (IOException e) {
            throw Refusals.noVersion();
        }
    }

    @Override
    public Switch switchTo(Caller caller, String name, String archive, Long expected) {
        return begin(caller, name, expected, Switch.Kind.DEPLOY, (component, tx) -> {
            ComponentTable table = new ComponentTable(tx);
            StoredVersion version = table.version(name, archive).orElseThrow(Refusals::noVersion);
            mayBeSwitchedTo(caller, component, version, table);
            if (!archive.equals(component.active())) {
                RanStep.breaking(new StepTable(tx).ran(name), version).ifPresent(step -> {
                    throw Refusals.broken(step, version);
                });
            }
            return version;
        });
    }

    private void mayBeSwitchedTo(Caller caller, StoredComponent component, StoredVersion version, ComponentTable table)
            throws SQLException {
        if (version.state() == State.WAITING) {
            throw Refusals.conflict(
                    "version-not-approved",
                    new Text(
                            "Diese Version geht über das hinaus, was der Fachbereich darf, und ist noch nicht freigegeben.",
                            "This version exceeds what the department may, and is not approved yet."));
        }
        Optional<Switches.Trouble> trouble = switches.trouble(component.name(), version.archive());
        if (version.archive().equals(component.active())
                && trouble.map(Switches.Trouble::starting).orElse(false)) {
            throw Refusals.underWay();
        }
        if (version.archive().equals(component.active()) && trouble.isEmpty() && !reportsFault(version)) {
            throw Refusals.conflict(
                    "version-active", new Text("Diese Version läuft schon.", "This version runs already."));
        }
        Reserved.to(caller, component, version, table.versions(component.name()))
                .ifPresent(reserved -> {
                    throw reserved.refusal();
                });
    }

    /** What hangs runs, and is helped by a new start. */
    private boolean reportsFault(StoredVersion version) {
        return switches.health(version.component(), version.archive()).health() == Component.Health.CRITICAL;
    }

    @Override
    public Switch rollback(Caller caller, String name, Long expected) {
        return begin(
                caller,
                name,
                expected,
                Switch.Kind.ROLLBACK,
                (component, tx) ->
                        before(component.active(), new ComponentTable(tx).versions(name), new StepTable(tx).ran(name)));
    }

    private static StoredVersion before(String active, List<StoredVersion> versions, List<RanStep> steps) {
        return Former.before(active, versions, steps)
                .orElseThrow(() -> Former.candidates(active, versions).stream()
                        .max(Comparator.comparing(StoredVersion::lastActive))
                        .flatMap(
                                version -> RanStep.breaking(steps, version).map(step -> Refusals.broken(step, version)))
                        .orElseGet(() -> Refusals.conflict(
                                "no-version-before",
                                new Text(
                                        "Es gibt keine frühere Version, zu der zurückgeschaltet werden kann.",
                                        "There is no former version to go back to."))));
    }

    @Override
    public Switch remove(Caller caller, String name, Long expected) {
        return begin(caller, name, expected, Switch.Kind.REMOVE, (component, tx) -> {
            if (component.active() == null) {
                throw Refusals.conflict(
                        "component-not-running",
                        new Text("Von dieser Komponente läuft nichts.", "Nothing of this component runs."));
            }
            return null;
        });
    }

    @Override
    public Belongings belongings(Caller caller, String name) {
        transactions.call(tx -> readable(caller, new ComponentTable(tx).find(name)));
        return belongings.of(name);
    }

    @Override
    public Switch removeWithData(Caller caller, String name, Long expected) {
        Belongings lost = belongings(caller, name);
        Switch begun = begin(caller, name, expected, Switch.Kind.REMOVE, true, (component, tx) -> {
            caller.require(DeploymentPermissions.ADMINISTER, component.department());
            if (!lost.isPossible()) {
                throw Refusals.conflict("tables-in-use", lost.refusals().get(0));
            }
            return null;
        });
        goesSoon.accept(name);
        return begun;
    }

    /** Which version it is to be; null for none. */
    @FunctionalInterface
    private interface Target {

        StoredVersion of(StoredComponent component, Transaction tx) throws SQLException;
    }

    private Switch begin(Caller caller, String name, Long expected, Switch.Kind kind, Target target) {
        return begin(caller, name, expected, kind, false, target);
    }

    private Switch begin(Caller caller, String name, Long expected, Switch.Kind kind, boolean withData, Target target) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!switches.isReady()) {
            throw Refusals.starting();
        }
        record Begun(Switch asked, String department) {}
        String id = UUID.randomUUID().toString();
        Begun begun = switches.announced(
                id,
                () -> transactions.call(tx -> {
                    ComponentTable table = new ComponentTable(tx);
                    StoredComponent component = readable(caller, table.lock(name));
                    caller.require(DeploymentPermissions.DEPLOY, component.department());
                    mayBeChanged(component);
                    if (expected != null && expected != component.revision()) {
                        throw Refusals.changed();
                    }
                    if (!switches.isAt(name, component.active())) {
                        throw Refusals.behind();
                    }
                    StoredVersion to = target.of(component, tx);
                    String fromVersion = component.active() == null
                            ? null
                            : table.version(name, component.active())
                                    .map(StoredVersion::version)
                                    .orElse(null);
                    Switch asked = new Switch(
                            id,
                            name,
                            kind,
                            component.active(),
                            fromVersion,
                            to == null ? null : to.archive(),
                            to == null ? null : to.version(),
                            Switch.State.RUNNING,
                            List.of(),
                            now,
                            null,
                            caller.answerable(),
                            null,
                            List.of());
                    new SwitchTable(tx).insert(asked, switches.node());
                    table.switching(name, asked.id());
                    Map<String, String> details = DeploymentTrail.details(asked);
                    if (withData) {
                        table.deleting(name, asked.id());
                        details.put("data", "delete");
                    }
                    trail.record(DeploymentTrail.component(
                            caller, "component.switch-begun", Outcome.SUCCESS, name, component.department(), details));
                    return new Begun(asked, component.department());
                }));
        switches.carryOut(begun.asked(), begun.department(), caller);
        return begun.asked();
    }

    @Override
    public Switch cancel(Caller caller, String id) {
        Switch asked = find(caller, id);
        return transactions.call(tx -> {
            // Before the switch is read: whoever commits it has the component's row as well.
            StoredComponent component = readable(caller, new ComponentTable(tx).lock(asked.component()));
            caller.require(DeploymentPermissions.DEPLOY, component.department());
            SwitchTable table = new SwitchTable(tx);
            Switch now = table.find(id).orElseThrow(Refusals::noSwitch);
            if (now.state() != Switch.State.RUNNING) {
                throw Refusals.conflict(
                        "switch-ended",
                        new Text(
                                "Diese Umschaltung ist schon beendet. Schalten Sie zurück, wenn Sie die vorige Version wieder haben wollen.",
                                "This switch has ended already. Roll back if you want the former version again."));
            }
            if (!table.isCancelled(id)) {
                table.cancel(id, caller.subject());
                trail.record(DeploymentTrail.component(
                        caller,
                        "component.switch-cancelled",
                        Outcome.SUCCESS,
                        component.name(),
                        component.department(),
                        DeploymentTrail.details(now)));
            }
            return now;
        });
    }

    @Override
    public Switch await(Caller caller, String id, Duration most) {
        long end = System.nanoTime() + (most.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : most).toNanos();
        Switch now = find(caller, id);
        try {
            while (true) {
                long left = end - System.nanoTime();
                if (left <= 0 || now.state() != Switch.State.RUNNING && !goesWithData(now)) {
                    return now;
                }
                switches.awaitAnyEnd(Duration.ofNanos(left));
                now = look(caller, now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return find(caller, id);
        }
    }

    /** Whether what was removed is still to go with all its data. */
    private boolean goesWithData(Switch ended) {
        return ended.kind() == Switch.Kind.REMOVE
                && transactions
                        .call(tx -> new ComponentTable(tx).find(ended.component()))
                        .filter(component -> ended.id().equals(component.deleting()))
                        .isPresent();
    }

    /** A removal with all data is not there any more soon after it was done. */
    private Switch look(Caller caller, Switch before) {
        try {
            return find(caller, before.id());
        } catch (ProblemException gone) {
            if (before.kind() != Switch.Kind.REMOVE || gone.problem().kind() != Kind.NOT_FOUND) {
                throw gone;
            }
            return new Switch(
                    before.id(),
                    before.component(),
                    before.kind(),
                    before.from(),
                    before.fromVersion(),
                    null,
                    null,
                    Switch.State.DONE,
                    before.phases(),
                    before.began(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    before.by(),
                    null,
                    List.of());
        }
    }

    private Switch find(Caller caller, String id) {
        return transactions.call(tx -> {
            Switch found = new SwitchTable(tx).find(id).orElseThrow(Refusals::noSwitch);
            boolean readable = new ComponentTable(tx)
                    .find(found.component())
                    .filter(component -> caller.may(DeploymentPermissions.READ, component.department()))
                    .isPresent();
            if (!readable) {
                throw Refusals.noSwitch();
            }
            return found;
        });
    }

    @Override
    public List<Switch> history(Caller caller, String name) {
        return transactions.call(tx -> {
            readable(caller, new ComponentTable(tx).find(name));
            return new SwitchTable(tx).last(name, HISTORY);
        });
    }

    @Override
    public List<NodeRun> nodes(Caller caller, String name) {
        return transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            readable(caller, table.find(name));
            Map<String, String> versions = table.versions(name).stream()
                    .collect(Collectors.toMap(StoredVersion::archive, StoredVersion::version));
            return new NodeTable(tx)
                    .of(name).stream()
                            .map(row -> new NodeRun(
                                    row.node(),
                                    row.node().equals(switches.node()),
                                    row.archive(),
                                    row.archive() == null ? null : versions.get(row.archive()),
                                    row.reason(),
                                    row.seen()))
                            .toList();
        });
    }

    @Override
    public ServiceMap map(Caller caller, String name) {
        StoredComponent component = transactions.call(tx -> readable(caller, new ComponentTable(tx).find(name)));
        return maps.of(name, component.active() == null ? List.of() : switches.bundles(name, component.active()));
    }
}
