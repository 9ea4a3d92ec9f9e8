package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.api.ServiceMap;
import de.kreiswerk.deployment.api.Switch;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One component in memory, whose switches end when the test says so. */
final class FakeComponents implements Components {

    static final String NAME = "de.lueneburg.ordnung.hundesteuer";

    final List<ComponentVersion> versions = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    Instant now = Instant.EPOCH;
    int looks;
    Long expected;
    boolean withData;
    String switching;
    String cancelled;
    Switch.Kind awaited = Switch.Kind.DEPLOY;
    Consumer<Duration> whenAwaited = most -> {};
    int endsAfterLooks = Integer.MAX_VALUE;

    @Override
    public List<Component> all(Caller caller) {
        looks++;
        return List.of(get(caller, NAME));
    }

    @Override
    public Component get(Caller caller, String name) {
        return new Component(
                NAME,
                "department",
                Text.same("Hundesteuer"),
                Text.same("Meldet Hunde an."),
                Component.State.OFF,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                7,
                switching,
                versions);
    }

    @Override
    public ComponentVersion upload(Caller caller, InputStream archive) throws IOException {
        String sha256 = sha256(archive.readAllBytes());
        ComponentVersion version = new ComponentVersion(
                NAME,
                sha256,
                "1.0.0",
                ComponentVersion.State.READY,
                new ComponentVersion.SignatureStatement("VALID", "Ordnungsamt", Text.same("Gültig.")),
                List.of(),
                Set.of(),
                List.of(),
                1,
                now,
                "subject",
                null,
                null);
        return versions.stream()
                .filter(known -> known.archive().equals(sha256))
                .findFirst()
                .orElseGet(() -> {
                    versions.add(version);
                    return version;
                });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ComponentVersion approve(Caller caller, String name, String archive) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(Caller caller, String name, String archive) {
        versions.removeIf(version -> version.archive().equals(archive));
    }

    @Override
    public Optional<Text> objectionToDiscard(Caller caller, String name, String archive) {
        return Optional.empty();
    }

    @Override
    public Plan plan(Caller caller, String name, String archive) {
        return new Plan(name, archive, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public Plan planOfRollback(Caller caller, String name) {
        return plan(caller, name, "before");
    }

    @Override
    public Switch switchTo(Caller caller, String name, String archive, Long seen) {
        return begin(Switch.Kind.DEPLOY, seen);
    }

    @Override
    public Switch rollback(Caller caller, String name, Long seen) {
        return begin(Switch.Kind.ROLLBACK, seen);
    }

    @Override
    public Switch remove(Caller caller, String name, Long seen) {
        return begin(Switch.Kind.REMOVE, seen);
    }

    @Override
    public Belongings belongings(Caller caller, String name) {
        return new Belongings(name, List.of(new Belongings.Table("hund", 3)), List.of(), 1, 1, List.of(), List.of());
    }

    @Override
    public Switch removeWithData(Caller caller, String name, Long seen) {
        withData = true;
        return begin(Switch.Kind.REMOVE, seen);
    }

    private Switch begin(Switch.Kind kind, Long seen) {
        expected = seen;
        if (switching != null) {
            throw new ProblemException(
                    Problem.Kind.CONFLICT, "switch-under-way", Text.same("Läuft"), Text.same("Läuft schon."));
        }
        switching = "switch-1";
        return underWay(kind, Switch.State.RUNNING);
    }

    private static Switch underWay(Switch.Kind kind, Switch.State state) {
        return new Switch(
                "switch-1",
                NAME,
                kind,
                null,
                null,
                null,
                null,
                state,
                List.of(),
                Instant.EPOCH,
                null,
                "subject",
                null,
                List.of());
    }

    @Override
    public Switch await(Caller caller, String id, Duration most) {
        waits.add(most);
        whenAwaited.accept(most);
        return underWay(awaited, waits.size() >= endsAfterLooks ? Switch.State.DONE : Switch.State.RUNNING);
    }

    @Override
    public List<Switch> history(Caller caller, String name) {
        return List.of();
    }

    @Override
    public List<NodeRun> nodes(Caller caller, String name) {
        return List.of(new NodeRun("node", true, null, null, null, Instant.EPOCH));
    }

    @Override
    public Switch cancel(Caller caller, String id) {
        cancelled = id;
        return underWay(Switch.Kind.DEPLOY, Switch.State.RUNNING);
    }

    @Override
    public ServiceMap map(Caller caller, String name) {
        return new ServiceMap(name, List.of(), List.of(), List.of());
    }
}
