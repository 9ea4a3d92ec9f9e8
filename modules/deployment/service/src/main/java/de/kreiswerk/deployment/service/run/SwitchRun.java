package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.Phase;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.service.framework.ComponentThreads;
import de.kreiswerk.deployment.service.framework.ComponentThreads.Trouble;
import de.kreiswerk.deployment.service.framework.TypedValues;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One switch, from the first phase to the last or back. */
final class SwitchRun {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchRun.class);

    private final Workshop shop;
    private final Statuses statuses;
    private final Switch asked;
    private final String component;
    private final Inspection inspection;
    private final Journal journal;

    private List<Bundle> leaving = List.of();
    private List<Bundle> arriving = List.of();
    private Archive before;
    private Archive after;
    private DeploymentGrant grant;
    private Optional<StoredVersion> target = Optional.empty();

    SwitchRun(Workshop shop, Statuses statuses, Switch asked, String department, Caller caller) {
        this.shop = shop;
        this.statuses = statuses;
        this.asked = asked;
        this.component = asked.component();
        this.inspection = new Inspection(shop, department);
        this.journal = new Journal(shop, asked, department, caller);
    }

    void run() {
        try {
            prepare();
        } catch (Unhealthy e) {
            giveUp(e);
            return;
        } catch (RuntimeException e) {
            LOG.error("A switch of {} failed", component, e);
            giveUp(Words.unexpected(e));
            return;
        }
        Set<String> names = new TreeSet<>(HealthGate.names(leaving));
        names.addAll(HealthGate.names(arriving));
        boolean done;
        try (RequestGate.Hold hold = shop.gate().hold(names)) {
            done = exchange(hold);
        }
        if (done) {
            journal.letIn();
            shop.bundles().uninstall(leaving);
            if (after == null) {
                shop.gate().forget(names);
            }
        }
    }

    private void prepare() throws Unhealthy {
        Optional<StoredVersion> active = inspection.version(component, asked.from());
        target = inspection.version(component, asked.to());
        journal.enter(Phase.VERIFY);
        before = asked.from() == null ? null : readOrNull(asked.from());
        if (asked.to() != null) {
            after = Inspection.read(shop, asked.to());
            inspection.signature(after, target.orElseThrow());
        }
        journal.enter(Phase.POLICY);
        if (after != null) {
            grant = inspection.policy(after, target.orElseThrow(), active);
        }
        journal.enter(Phase.PLAN);
        inspection.plan(component, active, configured(before), after);
        journal.enter(Phase.STAGE);
        leaving = asked.from() == null ? List.of() : shop.bundles().of(component, asked.from());
        if (asked.to() != null && asked.to().equals(asked.from())) {
            // It does not run, or this would not be asked for: what is left of it goes.
            shop.bundles().uninstall(leaving);
            leaving = List.of();
        }
        if (after != null) {
            arriving = stage();
        }
    }

    /** What cannot be read any more cannot be gone back to, but it can be left. */
    private Archive readOrNull(String archive) {
        try {
            return Inspection.read(shop, archive);
        } catch (Unhealthy e) {
            return null;
        }
    }

    private List<Bundle> stage() throws Unhealthy {
        shop.separate().hide(after.sha256());
        List<Bundle> left = shop.bundles().of(component, after.sha256());
        if (!left.isEmpty()) {
            shop.bundles().uninstall(left);
        }
        if (!shop.bundles().of(component, after.sha256()).isEmpty()) {
            throw new Unhealthy(
                    new Text(
                            "Von dieser Version läuft noch etwas, das sich nicht anhalten ließ. Starten Sie die Plattform neu.",
                            "Something of this version still runs that could not be stopped. Start the platform again."),
                    List.of());
        }
        try {
            List<Bundle> installed = shop.bundles().install(after);
            List<String> unresolved = shop.bundles().resolve(installed);
            if (!unresolved.isEmpty()) {
                shop.bundles().uninstall(installed);
                throw new Unhealthy(
                        new Text(
                                "Bundles lassen sich nicht auflösen: " + String.join(", ", unresolved) + ".",
                                "Bundles cannot be resolved: " + String.join(", ", unresolved) + "."),
                        List.of());
            }
            return installed;
        } catch (BundleException e) {
            throw new Unhealthy(
                    new Text(
                            "Das Framework nimmt die Bundles nicht an: " + e.getMessage() + ".",
                            "The framework does not accept the bundles: " + e.getMessage() + "."),
                    Words.lines(e),
                    e);
        }
    }

    /** Before anything that runs was touched. */
    private void giveUp(Unhealthy why) {
        if (after != null) {
            shop.separate().show(after.sha256());
        }
        shop.bundles().uninstall(arriving);
        journal.undone(Switch.State.UNDONE, why, why.reason(), false);
    }

    /** Whether the new version is the active one. */
    private boolean exchange(RequestGate.Hold hold) {
        ComponentThreads threads = new ComponentThreads(component);
        Map<String, Map<String, Object>> saved = null;
        try {
            journal.enter(Phase.HOLD);
            hold.drain(shop.limits().drain());
            journal.enter(Phase.STOP);
            stopOld();
            journal.enter(Phase.START);
            saved = configure();
            start(threads);
            journal.enter(Phase.CHECK);
            if (after != null) {
                shop.health()
                        .await(
                                arriving,
                                after.component().health(),
                                grant.path(),
                                hold,
                                shop.limits().health());
            }
            journal.enter(Phase.COMMIT);
            journal.commit(saved == null ? null : TypedValues.write(saved));
        } catch (Unhealthy e) {
            back(e, threads, saved);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            back(Words.unexpected(e), threads, saved);
            return false;
        } catch (RuntimeException e) {
            LOG.error("A switch of {} failed", component, e);
            back(Words.unexpected(e), threads, saved);
            return false;
        }
        if (after == null) {
            statuses.isOff(component);
        } else {
            shop.separate().show(after.sha256());
            statuses.runs(component, after.sha256(), threads);
        }
        return true;
    }

    private void stopOld() throws Unhealthy {
        try {
            statuses.threads(component).stop(reversed(leaving), shop.limits().stop());
        } catch (Trouble e) {
            throw Words.stopFailed(e);
        }
    }

    /** Also what a removed component configured stays: it may come back. */
    private Map<String, Map<String, Object>> configure() {
        Set<String> pids = new TreeSet<>(configured(before).keySet());
        pids.addAll(configured(after).keySet());
        Map<String, Map<String, Object>> now = shop.configurations().read(pids);
        journal.configuration(TypedValues.write(now));
        if (after != null) {
            String kept = target.map(StoredVersion::configuration).orElse(null);
            if (kept == null) {
                shop.configurations().change(configured(before), configured(after));
            } else {
                shop.configurations().set(pids, TypedValues.read(kept));
            }
        }
        return now;
    }

    private static Map<String, Map<String, Object>> configured(Archive archive) {
        return archive == null ? Map.of() : archive.component().configurations();
    }

    private void start(ComponentThreads threads) throws Unhealthy {
        try {
            threads.start(arriving, shop.limits().start());
        } catch (Trouble e) {
            throw Words.startFailed(e, shop.limits().start());
        }
        if (threads.count() > shop.limits().threads()) {
            throw Words.tooManyThreads(threads.count(), shop.limits().threads());
        }
    }

    /** Everything as it was before. */
    private void back(Unhealthy why, ComponentThreads threads, Map<String, Map<String, Object>> saved) {
        Text reason = why.reason();
        boolean oldRuns = false;
        try {
            tryEnterBack();
            takeBack(threads);
            if (saved != null) {
                Set<String> pids = new TreeSet<>(configured(before).keySet());
                pids.addAll(configured(after).keySet());
                shop.configurations().set(pids, saved);
            }
            oldRuns = startOld();
        } catch (RuntimeException e) {
            LOG.error("The way back of {} failed", component, e);
        }
        if (!oldRuns) {
            reason = Words.oldDoesNotRun(reason);
            statuses.doesNotRun(component, asked.from(), reason, why.details());
        }
        LOG.warn("The switch of {} to {} was taken back: {}", component, asked.toVersion(), reason.english());
        journal.undone(oldRuns ? Switch.State.UNDONE : Switch.State.FAILED, why, reason, true);
    }

    /** That it goes back may not be kept from happening by a database that is away. */
    private void tryEnterBack() {
        try {
            journal.enter(Phase.BACK);
        } catch (RuntimeException e) {
            LOG.warn("That the switch of {} goes back cannot be written down yet: {}", component, e.getMessage());
        }
    }

    private void takeBack(ComponentThreads threads) {
        try {
            threads.stop(reversed(arriving), shop.limits().stop());
        } catch (Trouble e) {
            LOG.warn("{} of {} does not stop", e.bundle(), component);
        }
        shop.bundles().uninstall(arriving);
    }

    private boolean startOld() {
        if (asked.from() == null || leaving.isEmpty()) {
            return asked.from() == null;
        }
        ComponentThreads threads = new ComponentThreads(component);
        try {
            threads.start(leaving, shop.limits().start());
            statuses.runs(component, asked.from(), threads);
            return true;
        } catch (Trouble e) {
            LOG.error("The former version of {} does not start again", component, e);
            return false;
        }
    }

    static List<Bundle> reversed(List<Bundle> bundles) {
        List<Bundle> reversed = new ArrayList<>(bundles);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
