package de.kreiswerk.deployment.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.api.ServiceMap;
import de.kreiswerk.deployment.api.Switch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A department with one component, which notes what was asked of it. */
public final class FakeDeployment implements Components, DepartmentDirectory {

    public static final String DEPARTMENT = "d1";
    public static final String NAME = "de.lueneburg.ordnung.hunde";
    public static final String ACTIVE = "a".repeat(64);
    public static final String NEW = "b".repeat(64);

    public final List<String> calls = new ArrayList<>();
    public ProblemException refusal;
    public ComponentVersion.State newState = ComponentVersion.State.READY;
    public String uploader = "somebody";
    public String approver;
    public Component.State state = Component.State.RUNNING;
    public Component.Health health;
    public Text reason;
    public String switching;
    public Text objection;
    public Text nothingBefore;
    public List<Text> refusals = List.of();
    public List<Text> lossRefusals = List.of();
    public Switch change = change(Switch.State.RUNNING, null, List.of());
    public List<ServiceMap.Link> uses = List.of();
    public List<NodeRun> nodes = List.of();

    public static Switch change(Switch.State state, Text reason, List<Switch.PhaseRun> phases) {
        Instant began = Instant.parse("2026-12-01T08:00:00Z");
        return new Switch(
                "s1",
                NAME,
                Switch.Kind.DEPLOY,
                ACTIVE,
                "1.1.0",
                NEW,
                "1.2.0",
                state,
                phases,
                began,
                state == Switch.State.RUNNING ? null : began.plusMillis(1_500),
                "subject",
                reason,
                reason == null ? List.of() : List.of("java.lang.IllegalStateException: <b>"));
    }

    private ComponentVersion version(String archive, String number, ComponentVersion.State versionState) {
        return new ComponentVersion(
                NAME,
                archive,
                number,
                versionState,
                new ComponentVersion.SignatureStatement("VALID", "Ordnungsamt", Text.same("Gültig unterschrieben.")),
                List.of(new Finding(
                        "sockets",
                        Finding.Severity.NEEDS_APPROVAL,
                        Text.same("Der Code öffnet <Netzverbindungen>."),
                        "de.lueneburg.ordnung.hunde.web",
                        List.of("Melder.senden"))),
                Set.of("SOCKETS"),
                List.of(new ComponentVersion.BundleStatement("de.lueneburg.ordnung.hunde.web", number)),
                150_000,
                Instant.parse("2026-12-01T08:00:00Z"),
                uploader,
                approver,
                null);
    }

    @Override
    public List<Component> all(Caller caller) {
        return List.of(get(caller, NAME));
    }

    @Override
    public Component get(Caller caller, String name) {
        if (!name.equals(NAME)) {
            throw new ProblemException(
                    Problem.Kind.NOT_FOUND, "component-not-found", Text.same("Nicht da"), Text.same("Nicht da."));
        }
        return new Component(
                NAME,
                DEPARTMENT,
                Text.same("Hundesteuer <b>"),
                Text.same("Meldet Hunde an."),
                state,
                health,
                reason,
                reason == null ? List.of() : List.of("osgi.wiring.package: x"),
                ACTIVE,
                nothingBefore == null ? "c".repeat(64) : null,
                Instant.parse("2026-12-01T08:00:00Z"),
                "subject",
                7,
                switching,
                List.of(
                        version(NEW, "1.2.0", newState),
                        version(ACTIVE, "1.1.0", ComponentVersion.State.ACTIVE),
                        version("c".repeat(64), "1.0.0", ComponentVersion.State.KEPT)));
    }

    @Override
    public ComponentVersion upload(Caller caller, InputStream archive) throws IOException {
        calls.add("upload " + new String(archive.readAllBytes(), StandardCharsets.UTF_8));
        refuse();
        return version(NEW, "1.2.0", newState);
    }

    @Override
    public ComponentVersion approve(Caller caller, String name, String archive) {
        calls.add("approve " + archive.charAt(0));
        refuse();
        return version(archive, "1.2.0", ComponentVersion.State.READY);
    }

    @Override
    public void discard(Caller caller, String name, String archive) {
        calls.add("discard " + archive.charAt(0));
        refuse();
    }

    @Override
    public Optional<Text> objectionToDiscard(Caller caller, String name, String archive) {
        return Optional.ofNullable(objection);
    }

    @Override
    public Plan plan(Caller caller, String name, String archive) {
        return new Plan(
                name,
                archive,
                List.of(
                        new Plan.BundleChange(Plan.Kind.CHANGED, "de.lueneburg.ordnung.hunde.web", "1.1.0", "1.2.0"),
                        new Plan.BundleChange(Plan.Kind.REMOVED, "de.lueneburg.ordnung.hunde.alt", "1.1.0", null)),
                List.of(new Plan.ConfigurationChange(
                        Plan.Kind.ADDED, "de.lueneburg.ordnung.hunde", List.of("frist", "satz"))),
                List.of(),
                List.of("de.lueneburg.umwelt.katzen"),
                refusals,
                List.of());
    }

    @Override
    public Plan planOfRollback(Caller caller, String name) {
        calls.add("plan of rollback");
        if (nothingBefore != null) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT, "version-broken-by-step", Text.same("Geht nicht"), nothingBefore);
        }
        return plan(caller, name, ACTIVE);
    }

    @Override
    public Switch switchTo(Caller caller, String name, String archive, Long expected) {
        calls.add("switch " + archive.charAt(0) + " " + expected);
        refuse();
        return change;
    }

    @Override
    public Switch rollback(Caller caller, String name, Long expected) {
        calls.add("rollback " + expected);
        refuse();
        return change;
    }

    @Override
    public Switch remove(Caller caller, String name, Long expected) {
        calls.add("remove " + expected);
        refuse();
        return change;
    }

    @Override
    public Belongings belongings(Caller caller, String name) {
        return new Belongings(
                name,
                List.of(new Belongings.Table("hunde_hund", 12_345), new Belongings.Table("hunde_<halter>", 1)),
                List.of("de.lueneburg.ordnung.hunde"),
                3,
                450_000,
                lossRefusals,
                List.of());
    }

    @Override
    public Switch removeWithData(Caller caller, String name, Long expected) {
        calls.add("delete " + expected);
        refuse();
        return change;
    }

    @Override
    public Switch await(Caller caller, String id, Duration most) {
        return change;
    }

    @Override
    public List<Switch> history(Caller caller, String name) {
        return List.of(change);
    }

    @Override
    public List<NodeRun> nodes(Caller caller, String name) {
        return nodes;
    }

    @Override
    public Switch cancel(Caller caller, String id) {
        calls.add("cancel " + id);
        refuse();
        return change;
    }

    @Override
    public ServiceMap map(Caller caller, String name) {
        return new ServiceMap(name, List.of("/ordnung/hunde"), List.of(), uses);
    }

    @Override
    public List<DepartmentDirectory.Entry> departments() {
        return List.of(
                new DepartmentDirectory.Entry(DEPARTMENT, "FD 32", "Ordnung", null, null),
                new DepartmentDirectory.Entry("d2", "FD 61", "Umwelt", null, null));
    }

    private void refuse() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
