package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.Phase;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.service.framework.ComponentThreads;
import de.kreiswerk.deployment.service.framework.TypedValues;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.SwitchTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what a node left undone when it ended, and starts what is to run. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    /** What ended the platform so often in a row while it was started is not started any more. */
    private static final int MOST_ATTEMPTS = 2;

    private final Workshop shop;
    private final Statuses statuses;

    Recovery(Workshop shop, Statuses statuses) {
        this.shop = shop;
        this.statuses = statuses;
    }

    void run() {
        for (Switch left : shop.transactions().call(tx -> new SwitchTable(tx).running(shop.node()))) {
            close(left);
        }
        for (StoredComponent component : shop.transactions().call(tx -> new ComponentTable(tx).all())) {
            if (shop.stopping().getCount() == 0) {
                return;
            }
            start(component);
        }
    }

    private void close(Switch left) {
        Phase phase = left.phases().isEmpty()
                ? Phase.VERIFY
                : left.phases().get(left.phases().size() - 1).phase();
        boolean suspicious = phase == Phase.START || phase == Phase.CHECK;
        Instant now = now();
        Text reason = Words.cutOff(phase);
        Optional<String> configuration = shop.transactions().call(tx -> new SwitchTable(tx).configuration(left.id()));
        configuration.ifPresent(json -> restore(left, TypedValues.read(json)));
        shop.transactions().call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            Optional<StoredComponent> component = table.lock(left.component());
            if (component.isEmpty() || !left.id().equals(component.get().switching())) {
                return null;
            }
            table.switching(left.component(), null);
            if (suspicious && left.to() != null && !left.to().equals(left.from())) {
                table.quarantine(left.component(), left.to(), Words.endedThePlatform());
            }
            new SwitchTable(tx).end(left.id(), Switch.State.UNDONE, now, reason, List.of());
            shop.trail()
                    .record(new AuditEvent(
                            platform(now),
                            "deployment",
                            "component.switch-undone",
                            "Component",
                            left.component(),
                            component.get().department(),
                            Outcome.FAILED,
                            Map.of("switch", left.id(), "phase", phase.name(), "reason", reason.german()),
                            List.of()));
            return null;
        });
        LOG.warn("The switch of {} was cut off in phase {}: what ran before is what counts", left.component(), phase);
    }

    private void restore(Switch left, Map<String, Map<String, Object>> before) {
        Set<String> pids = new java.util.TreeSet<>(before.keySet());
        for (String archive : new String[] {left.from(), left.to()}) {
            try {
                if (archive != null) {
                    pids.addAll(Inspection.read(shop, archive)
                            .component()
                            .configurations()
                            .keySet());
                }
            } catch (Unhealthy e) {
                LOG.warn("An archive of {} cannot be read: {}", left.component(), e.getMessage());
            }
        }
        shop.configurations().set(pids, before);
    }

    /** Never longer than its limits, and whatever it does, the next one has its turn. */
    private void start(StoredComponent component) {
        try {
            stopOthers(component);
            if (component.active() != null && !adopt(component)) {
                startNewly(component);
            }
        } catch (Unhealthy e) {
            LOG.error("{} does not run: {}", component.name(), e.getMessage());
            statuses.doesNotRun(component.name(), component.active(), e.reason(), e.details());
        } catch (RuntimeException e) {
            LOG.error("{} does not run", component.name(), e);
            Unhealthy unexpected = Words.unexpected(e);
            statuses.doesNotRun(component.name(), component.active(), unexpected.reason(), unexpected.details());
        }
    }

    private void stopOthers(StoredComponent component) {
        List<Bundle> others = shop.bundles().of(component.name()).stream()
                .filter(bundle ->
                        !shop.bundles().of(component.name(), component.active()).contains(bundle))
                .toList();
        if (!others.isEmpty()) {
            try {
                new ComponentThreads(component.name())
                        .stop(SwitchRun.reversed(others), shop.limits().stop());
            } catch (ComponentThreads.Trouble e) {
                LOG.warn("{} of {} does not stop", e.bundle(), component.name());
            }
            shop.bundles().uninstall(others);
        }
    }

    /** This bundle was away for a while, and the component went on running. */
    private boolean adopt(StoredComponent component) {
        List<Bundle> there = shop.bundles().of(component.name(), component.active());
        if (there.isEmpty()) {
            return false;
        }
        if (there.stream()
                .anyMatch(bundle -> bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING)) {
            shop.bundles().uninstall(there);
            return false;
        }
        statuses.runs(component.name(), component.active(), new ComponentThreads(component.name()));
        return true;
    }

    private void startNewly(StoredComponent component) throws Unhealthy {
        StoredVersion version = shop.transactions()
                .call(tx -> new ComponentTable(tx).version(component.name(), component.active()))
                .orElseThrow();
        if (version.state() == State.QUARANTINED) {
            throw new Unhealthy(version.quarantine(), List.of());
        }
        Inspection inspection = new Inspection(shop, component.department());
        Archive archive = Inspection.read(shop, component.active());
        inspection.signature(archive, version);
        inspection.policy(archive, version, Optional.of(version));
        countAttempt(component);
        ComponentThreads threads = new ComponentThreads(component.name());
        List<Bundle> bundles = List.of();
        try {
            bundles = shop.bundles().install(archive);
            List<String> unresolved = shop.bundles().resolve(bundles);
            if (!unresolved.isEmpty()) {
                inspection.plan(
                        component.name(),
                        Optional.of(version),
                        archive.component().configurations(),
                        archive);
                throw new Unhealthy(
                        new Text(
                                "Bundles lassen sich nicht auflösen: " + String.join(", ", unresolved) + ".",
                                "Bundles cannot be resolved: " + String.join(", ", unresolved) + "."),
                        List.of());
            }
            threads.start(bundles, shop.limits().start());
            statuses.runs(component.name(), component.active(), threads);
        } catch (BundleException e) {
            throw Words.unexpected(e);
        } catch (ComponentThreads.Trouble e) {
            threads.interrupt();
            shop.bundles().uninstall(bundles);
            throw Words.startFailed(e, shop.limits().start());
        } finally {
            shop.transactions().call(tx -> {
                new SwitchTable(tx).started(shop.node(), component.name());
                return null;
            });
        }
    }

    private void countAttempt(StoredComponent component) throws Unhealthy {
        Instant now = now();
        boolean tooOften = shop.transactions().call(tx -> {
            SwitchTable table = new SwitchTable(tx);
            if (table.starting(shop.node(), component.name(), component.active(), now) <= MOST_ATTEMPTS) {
                return false;
            }
            table.started(shop.node(), component.name());
            new ComponentTable(tx).quarantine(component.name(), component.active(), Words.endedThePlatform());
            shop.trail()
                    .record(new AuditEvent(
                            platform(now),
                            "deployment",
                            "component.quarantined",
                            "Component",
                            component.name(),
                            component.department(),
                            Outcome.FAILED,
                            Map.of("archive", component.active()),
                            List.of()));
            return true;
        });
        if (tooOften) {
            throw new Unhealthy(Words.endedThePlatform(), List.of());
        }
    }

    private static Caller platform(Instant now) {
        return new Caller("platform-deployment", "Kreiswerk", Set.of(), "platform", now, "deployment");
    }

    private Instant now() {
        return shop.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
