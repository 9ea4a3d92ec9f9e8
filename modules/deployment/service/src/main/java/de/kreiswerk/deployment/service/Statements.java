package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.service.run.Switches;
import de.kreiswerk.deployment.service.store.Former;
import de.kreiswerk.deployment.service.store.RanStep;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says of what is stored how it is now. */
final class Statements {

    private final Switches switches;
    private final Clock clock;

    Statements(Switches switches, Clock clock) {
        this.switches = switches;
        this.clock = clock;
    }

    /**
     * What is stored of a component.
     *
     * @param component its row
     * @param versions its versions, the newest upload first
     * @param steps what its versions did to its tables
     * @param signers all that there are
     * @param grant what its department may
     */
    record Stored(
            StoredComponent component,
            List<StoredVersion> versions,
            List<RanStep> steps,
            List<Signer> signers,
            Optional<DeploymentGrant> grant) {}

    /** By department and name. Asks the framework how they are: not within a transaction. */
    List<Component> components(List<Stored> stored) {
        return stored.stream()
                .map(this::component)
                .sorted(Comparator.comparing(Component::department).thenComparing(Component::name))
                .toList();
    }

    Component component(Stored stored) {
        StoredComponent component = stored.component();
        List<StoredVersion> versions = stored.versions();
        StoredVersion shown = versions.stream()
                .filter(version -> version.archive().equals(component.active()))
                .findFirst()
                .orElse(versions.isEmpty() ? null : versions.get(0));
        Optional<Switches.Trouble> trouble =
                component.active() == null ? Optional.empty() : switches.trouble(component.name(), component.active());
        Component.State state = state(component, trouble);
        Switches.Reported reported = switch (state) {
            case RUNNING -> switches.health(component.name(), component.active());
            case FAILED ->
                new Switches.Reported(
                        null, trouble.get().reason(), trouble.get().details());
            case OFF, SWITCHING, DELETING -> new Switches.Reported(null, null, List.of());
        };
        return new Component(
                component.name(),
                component.department(),
                shown == null ? Text.same(component.name()) : shown.facts().title(),
                shown == null ? Text.same("") : shown.facts().description(),
                state,
                reported.health(),
                reported.sentence(),
                reported.details(),
                component.active(),
                Former.before(component.active(), versions, stored.steps())
                        .map(StoredVersion::archive)
                        .orElse(null),
                component.since(),
                component.by(),
                component.revision(),
                component.switching(),
                versions.stream()
                        .map(version -> version(version, stored.signers(), stored.grant()))
                        .toList());
    }

    private static Component.State state(StoredComponent component, Optional<Switches.Trouble> trouble) {
        if (component.switching() != null) {
            return Component.State.SWITCHING;
        }
        if (component.deleting() != null) {
            return Component.State.DELETING;
        }
        if (component.active() == null) {
            return Component.State.OFF;
        }
        if (trouble.isEmpty()) {
            return Component.State.RUNNING;
        }
        return trouble.get().starting() ? Component.State.SWITCHING : Component.State.FAILED;
    }

    ComponentVersion version(StoredVersion version, List<Signer> signers, Optional<DeploymentGrant> grant) {
        List<Finding> findings = Approvals.now(version.facts().findings(), grant);
        boolean open = !Approvals.open(version, findings).isEmpty();
        return new ComponentVersion(
                version.component(),
                version.archive(),
                version.version(),
                open && version.state() == ComponentVersion.State.READY
                        ? ComponentVersion.State.WAITING
                        : version.state(),
                Signatures.statement(version, signers, clock.instant()),
                findings,
                version.facts().wants(),
                version.facts().bundles(),
                version.bytes(),
                version.uploaded(),
                version.uploadedBy(),
                open ? null : version.approvedBy(),
                version.quarantine());
    }
}
