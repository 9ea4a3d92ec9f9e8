package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.Phase;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.service.framework.ComponentThreads;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.NodeTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.store.TypedValues;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what nodes left undone when they ended, and starts what is to run. May be called again and again. */
@SuppressWarnings("java:S1181")
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    /** What ended the platform so often in a row while it was started is not started any more. */
    private static final int MOST_ATTEMPTS = 3;

    private final Workshop shop;
    private final Statuses statuses;
    private final Set<String> ownSwitches;
    private final TakeBack takeBack;
    private final Retries retries;

    /** Own switches are those that this process does: they are under way and not left. */
    Recovery(Workshop shop, Statuses statuses, Set<String> ownSwitches, TakeBack takeBack) {
        this.shop = shop;
        this.statuses = statuses;
        this.ownSwitches = ownSwitches;
        this.takeBack = takeBack;
        this.retries = new Retries(shop.clock());
    }

    /** Closes the switches that nobody does any more. */
    void closeLeft() {
        List<Switch> left = shop.transactions().call(tx -> {
            SwitchTable table = new SwitchTable(tx);
            table.seen(shop.node());
            return table.left(shop.node());
        });
        for (Switch each : left) {
            if (!ownSwitches.contains(each.id())) {
                try {
                    close(each);
                } catch (RuntimeException e) {
                    LOG.error("The switch of {} that was cut off cannot be closed yet", each.component(), e);
                }
            }
        }
    }

    /** Starts what is to run and does not, as far as that may help. */
    void startAll() {
        for (StoredComponent component : shop.transactions().call(tx -> new ComponentTable(tx).all())) {
            if (shop.stopping().getCount() == 0) {
                return;
            }
            boolean known = statuses.of(component.name())
                    .filter(status -> !status.passing())
                    .isPresent();
            if (known) {
                retries.forget(component.name());
            }
            // While another node switches it, what is active now runs here.
            if (!known
                    && retries.isDue(component.name(), component.active())
                    && (component.switching() == null || !ownSwitches.contains(component.switching()))) {
                start(component);
            }
        }
    }

    private void close(Switch left) {
        Optional<String> before = shop.transactions().call(tx -> new SwitchTable(tx).configuration(left.id()));
        Phase phase = lastPhase(left, before.isPresent());
        boolean suspicious = phase == Phase.START || phase == Phase.CHECK || phase == Phase.BACK && hadStarted(left);
        Instant now = shop.now();
        Text reason = left.phases().isEmpty() && before.isEmpty() ? Words.notBegun() : Words.cutOff(phase);
        boolean current = shop.transactions()
                .call(tx -> new ComponentTable(tx).find(left.component()))
                .filter(component -> left.id().equals(component.switching()))
                .isPresent();
        if (current) {
            before.ifPresent(json -> restore(left, TypedValues.read(json)));
        }
        shop.transactions().call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            Optional<StoredComponent> component = table.lock(left.component());
            if (component.isEmpty() || !left.id().equals(component.get().switching())) {
                new SwitchTable(tx).end(left.id(), Switch.State.UNDONE, now, reason, List.of());
                return null;
            }
            table.switching(left.component(), null);
            Map<String, String> details = DeploymentTrail.details(left);
            details.put("phase", phase.name());
            details.put("reason", reason.german());
            if (suspicious && left.to() != null && !left.to().equals(left.from())) {
                table.quarantine(left.component(), left.to(), Words.endedThePlatform());
                details.put("quarantined", left.to());
            }
            new SwitchTable(tx).end(left.id(), Switch.State.UNDONE, now, reason, List.of());
            record(component.get(), "component.switch-undone", now, details);
            return null;
        });
        LOG.warn("The switch of {} was cut off in phase {}: what ran before is what counts", left.component(), phase);
    }

    /** A take-back goes through no phases; that it was setting configurations shows from those of before. */
    private static Phase lastPhase(Switch left, boolean configured) {
        if (left.phases().isEmpty()) {
            return configured ? Phase.BACK : Phase.VERIFY;
        }
        return left.phases().get(left.phases().size() - 1).phase();
    }

    /** What goes back while those inside are waited for has not run anything of the new version. */
    private static boolean hadStarted(Switch left) {
        return left.phases().stream().anyMatch(run -> run.phase() == Phase.START);
    }

    private void restore(Switch left, Map<String, Map<String, Object>> before) {
        Set<String> pids = new TreeSet<>(before.keySet());
        for (String archive : new String[] {left.from(), left.to()}) {
            if (archive != null) {
                shop.transactions()
                        .call(tx -> new ComponentTable(tx).version(left.component(), archive))
                        .ifPresent(version ->
                                pids.addAll(version.facts().configured().keySet()));
            }
        }
        shop.shared().refresh(pids);
        shop.configurations().set(pids, before);
    }

    /** Never longer than its limits, and whatever it does, the next one has its turn. */
    private void start(StoredComponent component) {
        try {
            stopOthers(component.name(), component.active());
            if (component.active() != null && !adopt(component)) {
                startNewly(component);
            }
            retries.forget(component.name());
        } catch (Unhealthy e) {
            doesNotRun(component, e);
        } catch (Throwable e) {
            doesNotRun(component, Words.unexpected(e));
        }
    }

    private void doesNotRun(StoredComponent component, Unhealthy why) {
        if (retries.failed(component.name(), component.active(), why)) {
            LOG.error("{} does not run: {}", component.name(), why.getMessage(), why.getCause());
        }
        statuses.doesNotRun(component.name(), component.active(), why.reason(), why.details(), !why.isNewOnesFault());
    }

    /** Of versions that are not to run. */
    void stopOthers(String component, String archive) {
        List<Bundle> right = archive == null ? List.of() : shop.bundles().of(component, archive);
        List<Bundle> others = shop.bundles().of(component).stream()
                .filter(bundle -> !right.contains(bundle))
                .toList();
        if (!others.isEmpty()) {
            try {
                shop.threads(component)
                        .stop(SwitchRun.reversed(others), shop.limits().stop());
            } catch (ComponentThreads.Trouble e) {
                LOG.warn("{} of {} does not stop", e.bundle(), component);
            }
            shop.uninstall(component, others);
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
            shop.uninstall(component.name(), there);
            return false;
        }
        statuses.runs(component.name(), component.active(), shop.threads(component.name()));
        return true;
    }

    private void startNewly(StoredComponent component) throws Unhealthy {
        String archive = component.active();
        StoredVersion version = version(component, archive);
        if (version.state() != State.QUARANTINED && endsThePlatform(component)) {
            Optional<String> former = fallBack(component, version);
            if (former.isEmpty()) {
                throw Unhealthy.ofNewVersion(Words.endedThePlatform(), List.of(), null);
            }
            archive = former.get();
            version = version(component, archive);
        }
        if (version.state() == State.QUARANTINED) {
            throw Unhealthy.ofNewVersion(version.quarantine(), List.of(), null);
        }
        try {
            start(component, archive, version);
        } catch (Unhealthy e) {
            if (!e.isNewOnesFault() || !isTakenBack(component.name(), archive, e)) {
                throw e;
            }
            // What is to run from now on; if that fails as well, nothing is taken back any further.
            start(shop.transactions()
                    .call(tx -> new ComponentTable(tx).find(component.name()))
                    .orElseThrow());
        }
    }

    /**
     * What does not work is not tried at each start of the platform: it goes into quarantine, and the version before is the active one. Unless
     * it works on another node, the platform has gone back already, or stops.
     */
    private boolean isTakenBack(String component, String archive, Unhealthy why) {
        String platform = DeploymentTrail.platform(shop.now()).subject();
        boolean isIts = shop.stopping().getCount() > 0
                && shop.transactions()
                        .call(tx -> new ComponentTable(tx)
                                        .find(component)
                                        .filter(found -> !platform.equals(found.by()))
                                        .isPresent()
                                && new NodeTable(tx)
                                        .of(component).stream()
                                                .noneMatch(row -> archive.equals(row.archive())
                                                        && !row.node().equals(shop.node())));
        return isIts
                && takeBack.of(component, archive, null, why.reason(), why.details())
                        .isPresent();
    }

    private StoredVersion version(StoredComponent component, String archive) {
        return shop.transactions()
                .call(tx -> new ComponentTable(tx).version(component.name(), archive))
                .orElseThrow();
    }

    private void start(StoredComponent component, String archive, StoredVersion version) throws Unhealthy {
        boolean mayEndThePlatform = false;
        try {
            Inspection inspection = new Inspection(shop, component.department());
            Archive read = Inspection.read(shop, archive);
            inspection.signature(read, version);
            inspection.policy(read, version, Optional.of(version));
            List<Bundle> bundles = shop.bundles().install(read);
            List<String> unresolved = shop.bundles().resolve(bundles);
            if (!unresolved.isEmpty()) {
                shop.uninstall(component.name(), bundles);
                // It mostly knows why, in better words.
                inspection.plan(component.name(), Optional.of(version), read);
                throw Words.unresolved(unresolved);
            }
            ComponentThreads threads = shop.threads(component.name());
            mayEndThePlatform = true;
            startOrTakeBack(component, threads, bundles);
            mayEndThePlatform = false;
            statuses.runs(component.name(), archive, threads);
        } catch (BundleException e) {
            throw Words.unexpected(e);
        } finally {
            // Whatever came of it, the platform goes on. While that stops, it may be this version's doing.
            if (!mayEndThePlatform || shop.stopping().getCount() > 0) {
                shop.transactions().call(tx -> {
                    new SwitchTable(tx).started(shop.node(), component.name());
                    return null;
                });
            }
        }
    }

    private void startOrTakeBack(StoredComponent component, ComponentThreads threads, List<Bundle> bundles)
            throws Unhealthy {
        try {
            startBounded(threads, bundles);
        } catch (Unhealthy e) {
            threads.interrupt();
            shop.uninstall(component.name(), bundles);
            // What it made until it was told to end, and is gone by now.
            threads.interrupt();
            throw e;
        }
    }

    private void startBounded(ComponentThreads threads, List<Bundle> bundles) throws Unhealthy {
        try {
            threads.start(bundles, shop.limits().start(), shop.limits().threads());
        } catch (ComponentThreads.Trouble e) {
            throw Words.startFailed(e, shop.limits());
        }
    }

    /** Whether the platform ended each time that this version was started with it; this time is counted too. */
    private boolean endsThePlatform(StoredComponent component) {
        Instant now = shop.now();
        return shop.transactions()
                .call(tx -> new SwitchTable(tx).starting(shop.node(), component.name(), component.active(), now)
                        > MOST_ATTEMPTS);
    }

    /** The version before is the active one from now on, if there is any. */
    private Optional<String> fallBack(StoredComponent component, StoredVersion deadly) {
        Optional<String> former =
                takeBack.of(component.name(), deadly.archive(), null, Words.endedThePlatform(), List.of());
        shop.transactions().call(tx -> {
            new SwitchTable(tx).started(shop.node(), component.name());
            return null;
        });
        return former;
    }

    private void record(StoredComponent component, String action, Instant now, Map<String, String> details) {
        shop.trail()
                .record(DeploymentTrail.component(
                        DeploymentTrail.platform(now),
                        action,
                        Outcome.FAILED,
                        component.name(),
                        component.department(),
                        details));
    }
}
