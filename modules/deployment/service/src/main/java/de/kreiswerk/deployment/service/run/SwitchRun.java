package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.settings.SharedSettings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.Phase;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.service.framework.ClassesAhead;
import de.kreiswerk.deployment.service.framework.ComponentThreads;
import de.kreiswerk.deployment.service.framework.ComponentThreads.Trouble;
import de.kreiswerk.deployment.service.framework.Deadline;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.TypedValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One switch, from the first phase to the last or back. Whatever is thrown on the way, one version runs afterwards if any can. */
// Code of others is carried out here: whatever it throws, Errors too, is to become a sentence and the way back.
@SuppressWarnings("java:S1181")
final class SwitchRun {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchRun.class);
    /** Of setting configurations back when the database can be written: what fails so often does not fail because of that. */
    private static final int MOST_ATTEMPTS = 10;

    private final Workshop shop;
    private final Statuses statuses;
    private final Switch asked;
    private final String component;
    private final Inspection inspection;
    private final Journal journal;
    private final ComponentThreads threads;
    /** As they were set when it began. */
    private final Limits limits;

    /** By then those who wait at the gate are to be answered. */
    private Deadline budget;
    /** Whether the new version got most of it; else that it is over need not be its fault. */
    private boolean hadTime;

    private List<Bundle> leaving = List.of();
    private List<Bundle> arriving = List.of();
    private Map<String, Map<String, Object>> configuredBefore = Map.of();
    /** As they were before anything of them was changed; null while nothing is, and when somebody else sets them. */
    private Map<String, Map<String, Object>> saved;
    /** What the version that runs here was told, when somebody else sets the configurations. */
    private SharedSettings.Held told = () -> {};

    private Archive after;
    private DeploymentGrant grant;
    private Optional<StoredVersion> target = Optional.empty();

    SwitchRun(Workshop shop, Statuses statuses, Switch asked, String department, Journal journal) {
        this.shop = shop;
        this.statuses = statuses;
        this.asked = asked;
        this.component = asked.component();
        this.inspection = new Inspection(shop, department);
        this.journal = journal;
        this.threads = shop.threads(component);
        this.limits = shop.limits();
    }

    void run() {
        try {
            prepare();
        } catch (Unhealthy e) {
            giveUp(e);
            return;
        } catch (Throwable e) {
            LOG.error("A switch of {} failed", component, e);
            giveUp(Words.unexpected(e));
            return;
        }
        boolean done;
        try (RequestGate.Hold hold = shop.gate().hold(names())) {
            done = exchange(hold);
            if (done) {
                // Before anybody is let in: what the old version claimed and nobody claims any more is nobody's now.
                shop.gate().forget(names());
            }
        } catch (IllegalStateException e) {
            giveUp(Words.unexpected(e));
            return;
        }
        if (done) {
            shop.failpoints().pass(Phase.LET_IN);
            try {
                journal.letIn();
            } finally {
                shop.uninstall(component, leaving);
            }
        }
    }

    /** Of what goes and what comes. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>(HealthGate.names(leaving));
        if (after != null) {
            after.component().bundles().stream()
                    .map(ComponentBundle::symbolicName)
                    .forEach(names::add);
        }
        return names;
    }

    private void prepare() throws Unhealthy {
        Optional<StoredVersion> active = inspection.version(component, asked.from());
        target = inspection.version(component, asked.to());
        journal.enter(Phase.VERIFY);
        configuredBefore = active.map(version -> version.facts().configured()).orElse(Map.of());
        if (asked.to() != null) {
            after = Inspection.read(shop, asked.to());
        }
        if (!journal.configures()) {
            // Held until this node follows: whatever starts anew before reads what is set, and that is set for others.
            told = shop.shared().hold(pids());
        }
        if (after != null) {
            inspection.signature(after, target.orElseThrow());
        }
        journal.enter(Phase.POLICY);
        if (after != null) {
            grant = inspection.policy(after, target.orElseThrow(), active);
        }
        journal.enter(Phase.PLAN);
        if (after != null || journal.configures()) {
            // What goes because somebody else has decided it goes in any case.
            inspection.plan(component, active, after);
        }
        tablesAreNotUnderWay();
        journal.enter(Phase.STAGE);
        leaving = asked.from() == null ? List.of() : shop.bundles().of(component, asked.from());
        if (after != null && !isAgain()) {
            arriving = stage();
            arriving.forEach(ClassesAhead::load);
        }
        if (journal.configures()) {
            // What another node has set a moment ago must not be set back.
            shop.shared().refresh(pids());
        }
        // Written down before anybody is held, who would wait for that as well.
        journal.enter(Phase.HOLD);
    }

    /** Before anybody is held, who would wait for what cannot be ready in time. */
    private void tablesAreNotUnderWay() throws Unhealthy {
        if (after != null && !hasTables()) {
            Optional<Unhealthy> underWay = shop.health().makesTables(names());
            if (underWay.isPresent()) {
                throw underWay.get();
            }
        }
    }

    /** What ran has its tables, whatever a newer version is making, and so has what somebody else has decided on. */
    private boolean hasTables() {
        return !journal.configures() || target.map(StoredVersion::lastActive).isPresent();
    }

    /** The active version is started once more: what is there of it must go first. */
    private boolean isAgain() {
        return asked.to() != null && asked.to().equals(asked.from());
    }

    private List<Bundle> stage() throws Unhealthy {
        shop.separate().hide(after.sha256());
        shop.uninstall(component, shop.bundles().of(component, after.sha256()));
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
                shop.uninstall(component, installed);
                throw Words.unresolved(unresolved);
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
        letGo();
        journal.undone(Switch.State.UNDONE, why, why.reason(), false);
    }

    /** Whether the new version is the active one. */
    private boolean exchange(RequestGate.Hold hold) {
        boolean interrupted = false;
        Unhealthy trouble = null;
        try {
            budget = Deadline.in(limits.waiting(), shop.nanos());
            StatedLimits.warnWhenTheGateIsTooQuick(limits, shop.gate());
            boolean drained = hold.drain(budget.atMost(limits.drain()));
            inTime(List.of());
            journal.enter(Phase.STOP);
            if (!drained) {
                noteCut(hold.inside());
            }
            stopOld();
            journal.enter(Phase.START);
            configure();
            start();
            journal.enter(Phase.CHECK);
            if (after != null) {
                shop.health()
                        .await(
                                arriving,
                                after.component().health(),
                                grant.path(),
                                hold,
                                budget.atMost(limits.health()),
                                journal::isCancelled);
            }
            journal.enter(Phase.COMMIT);
            inTime(List.of());
            journal.commit(saved == null ? null : TypedValues.write(saved));
        } catch (Unhealthy e) {
            trouble = hadTime || !budget.isOver() ? e : new Unhealthy(e.reason(), e.details(), e);
        } catch (InterruptedException e) {
            // The way back must not be cut short by it.
            interrupted = true;
            trouble = Words.notOurs();
        } catch (Throwable e) {
            LOG.error("A switch of {} failed", component, e);
            // On H2 nobody else writes meanwhile, nor can this.
            trouble = shop.health().makesTables(names()).orElseGet(() -> Words.unexpected(e));
        }
        if (trouble != null) {
            back(hold, trouble);
        } else if (after == null) {
            statuses.isOff(component);
        } else {
            shop.separate().show(after.sha256());
            statuses.runs(component, after.sha256(), threads);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return trouble == null;
    }

    /** A download that takes its time does not hold a department up without end. */
    private void noteCut(int requests) {
        if (requests > 0 && !leaving.isEmpty()) {
            journal.cut(requests, limits.drain());
        }
    }

    private void stopOld() throws Unhealthy {
        try {
            statuses.of(component)
                    .map(Statuses.Status::threads)
                    .orElse(threads)
                    .stop(reversed(leaving), limits.stop(), budget);
        } catch (Trouble e) {
            throw Words.stopFailed(e);
        }
        if (isAgain()) {
            shop.uninstall(component, leaving);
            leaving = List.of();
            arriving = stage();
        }
    }

    /** Also what a removed component configured stays: it may come back. */
    private void configure() {
        Set<String> pids = pids();
        if (!journal.configures()) {
            shop.shared().refresh(pids);
            return;
        }
        Map<String, Map<String, Object>> now = shop.configurations().read(pids);
        if (!pids.isEmpty()) {
            journal.configuration(TypedValues.write(now));
        }
        // Whatever of it can be set: all of it is set back.
        saved = now;
        if (after != null) {
            // What is started once more keeps what holds now; what it was left with once is of before.
            String kept =
                    isAgain() ? null : target.map(StoredVersion::configuration).orElse(null);
            if (kept == null) {
                shop.configurations().change(configuredBefore, after.component().configurations());
            } else {
                shop.configurations().set(pids, TypedValues.read(kept));
            }
        }
    }

    /** Unless somebody has closed this switch: what is set now belongs to what they made of it. */
    private void configureBack() {
        if (!pids().isEmpty() && journal.isOurs()) {
            shop.configurations().set(pids(), saved);
        }
    }

    /** Who waits at the gate does not wait for the sum of all limits. */
    private void inTime(List<String> details) throws Unhealthy {
        if (budget.isOver()) {
            throw Words.tooLate(limits.waiting(), details);
        }
    }

    private Set<String> pids() {
        Set<String> pids = new TreeSet<>(configuredBefore.keySet());
        if (after != null) {
            pids.addAll(after.component().configurations().keySet());
        }
        return pids;
    }

    private void start() throws Unhealthy {
        Duration half = limits.waiting().dividedBy(2);
        hadTime = budget.atMost(half).equals(half);
        try {
            threads.start(arriving, limits.start(), limits.threads(), budget, journal::isCancelled);
        } catch (Trouble e) {
            if (e.isTooLong() && journal.isCancelled()) {
                throw Words.cancelled();
            }
            if (e.isTooLong()) {
                inTime(List.of(e.bundle()));
            }
            throw Words.startFailed(e, limits);
        }
    }

    /** Everything as it was before. Nobody waits longer than until the old version runs again. */
    private void back(RequestGate.Hold hold, Unhealthy why) {
        tried("entering the way back", this::enterBack);
        tried("stopping the new version", this::stopNew);
        // Kept is what the version is set to that the others run; what runs here must not hear of it.
        tried("holding the configurations", told::again);
        boolean configured = saved == null || tried("setting the configurations back", this::configureBack);
        tried("deciding what is to run", () -> journal.goesBack(why));
        boolean oldRuns = startOld();
        // Addresses that only the new version claimed are nobody's again.
        tried("forgetting addresses", () -> shop.gate().forget(names()));
        hold.close();
        tried("uninstalling the new version", this::letGo);
        Text reason = oldRuns ? why.reason() : Words.oldDoesNotRun(why.reason());
        if (!oldRuns) {
            // What another node decided, what was only to be tried again, and what only lacks tables, is looked at
            // again.
            boolean passing = !journal.configures() || isAgain() || isStarted(leaving);
            statuses.doesNotRun(component, asked.from(), reason, why.details(), passing);
        }
        LOG.warn("The switch of {} to {} was taken back: {}", component, asked.toVersion(), reason.english());
        if (!configured && !configuresBackAtLast()) {
            // The copy of them stays with the switch: who looks for what was left undone sets them back.
            return;
        }
        journal.undone(oldRuns ? Switch.State.UNDONE : Switch.State.FAILED, why, reason, why.isNewOnesFault());
    }

    /** As soon as somebody can write again; between two statements of a script that goes on that may be for a moment only. */
    private boolean configuresBackAtLast() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS && journal.awaitDatabase(); attempt++) {
            if (tried("setting the configurations at last", this::configureBack)) {
                return true;
            }
        }
        return false;
    }

    private void enterBack() {
        try {
            journal.enter(Phase.BACK);
        } catch (Unhealthy e) {
            // Nobody can want more than that it goes back.
            LOG.debug("{} is on its way back already", component, e);
        }
    }

    /** What cannot be uninstalled stays hidden from what runs. */
    private void letGo() {
        if (shop.uninstall(component, arriving) && after != null) {
            shop.separate().show(after.sha256());
        }
    }

    private void stopNew() {
        try {
            // All of them: who waits does so for the old version by now.
            threads.stop(reversed(arriving), limits.stop(), Deadline.in(limits.stop()));
        } catch (Trouble e) {
            LOG.warn("{} of {} does not stop", e.bundle(), component);
        }
    }

    /** Each step of the way back is tried, whatever came of the one before. */
    private boolean tried(String what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (Throwable e) {
            LOG.error("On the way back of {}, {} failed", component, what, e);
            return false;
        }
    }

    /** Whether all is as it was before. */
    private boolean startOld() {
        boolean nothingRan = leaving.isEmpty() && !isAgain();
        if (asked.from() == null || nothingRan) {
            // What waited for something then still does, and why is known: it starts when that has passed.
            return true;
        }
        if (leaving.isEmpty()) {
            return false;
        }
        try {
            ComponentThreads old = shop.threads(component);
            old.startAgain(leaving, limits.start());
            if (!shop.health().hasTables(leaving, limits.health())) {
                LOG.error("The former version of {} has no tables", component);
                return false;
            }
            statuses.runs(component, asked.from(), old);
            return true;
        } catch (Throwable e) {
            LOG.error("The former version of {} does not start again", component, e);
            return false;
        }
    }

    private static boolean isStarted(List<Bundle> bundles) {
        return !bundles.isEmpty() && bundles.stream().allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
    }

    static List<Bundle> reversed(List<Bundle> bundles) {
        List<Bundle> reversed = new ArrayList<>(bundles);
        Collections.reverse(reversed);
        return reversed;
    }
}
