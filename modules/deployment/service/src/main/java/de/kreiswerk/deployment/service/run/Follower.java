package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.ComponentTable.Wanted;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this node to what is to run, when another node or the platform itself has changed that: through the same phases as a switch, with
 * requests held, and with the same check. What does not work here is taken back everywhere.
 */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final Workshop shop;
    private final Statuses statuses;
    private final Recovery recovery;
    private final TakeBack takeBack;
    private final Reports reports;
    private final Retries retries;
    /** As of which revision of what is to run this node has settled, or has tried to. */
    private final Map<String, Long> revisions = new HashMap<>();

    Follower(Workshop shop, Statuses statuses, Recovery recovery, TakeBack takeBack, Reports reports) {
        this.shop = shop;
        this.statuses = statuses;
        this.recovery = recovery;
        this.takeBack = takeBack;
        this.reports = reports;
        this.retries = new Retries(shop.clock());
    }

    /** Why this node does not follow, empty when it does or is on its way. */
    Optional<Unhealthy> failure(String component) {
        return retries.why(component);
    }

    /** One look at everything. */
    void follow() {
        List<Wanted> all = shop.transactions().call(tx -> new ComponentTable(tx).wanted());
        Set<String> gone = new TreeSet<>(statuses.all().keySet());
        for (Wanted wanted : all) {
            gone.remove(wanted.name());
        }
        for (String component : gone) {
            // Forgotten with all its data, while this node was looking elsewhere.
            recovery.stopOthers(component, null);
            statuses.isOff(component);
        }
        for (Wanted each : all) {
            if (shop.stopping().getCount() == 0) {
                return;
            }
            try {
                if (!isSettled(each)) {
                    // The ones before may have taken their time.
                    shop.transactions()
                            .call(tx -> new ComponentTable(tx).wanted(each.name()))
                            .filter(wanted -> wanted.component().switching() == null)
                            .ifPresent(this::follow);
                }
            } catch (RuntimeException e) {
                if (retries.failed(each.name(), each.archive(), Words.unexpected(e))) {
                    LOG.error("This node cannot follow what is to run of {} yet", each.name(), e);
                }
            }
        }
    }

    /** Whether there is nothing to do. */
    private boolean isSettled(Wanted wanted) {
        String component = wanted.name();
        if (wanted.component().switching() != null || !retries.isDue(component, wanted.archive())) {
            return true;
        }
        Optional<Statuses.Status> status = statuses.of(component);
        String settled = status.map(Statuses.Status::archive).orElse(null);
        if (!Objects.equals(settled, wanted.archive())) {
            return false;
        }
        retries.forget(component);
        boolean runs = status.filter(now -> now.reason() == null).isPresent();
        if (runs) {
            revisions.put(component, wanted.component().revision());
            return wanted.quarantine() == null && foreign(wanted).isEmpty();
        }
        // What did not work here was begun anew elsewhere, and works there.
        long revision = wanted.component().revision();
        Long tried = revisions.putIfAbsent(component, revision);
        return tried == null || tried == revision || wanted.quarantine() != null || wanted.archive() == null;
    }

    private void follow(Wanted wanted) {
        String component = wanted.name();
        String runs = statuses.of(component)
                .filter(now -> now.reason() == null)
                .map(Statuses.Status::archive)
                .orElse(null);
        revisions.put(component, wanted.component().revision());
        if (wanted.quarantine() != null) {
            if (exchange(wanted, runs, null)) {
                statuses.doesNotRun(component, wanted.archive(), wanted.quarantine(), List.of(), false);
            }
        } else if (wanted.archive() != null && wanted.archive().equals(runs)) {
            // What a component registers after it was let in is looked at as well; what is not its department's ends
            // it.
            foreign(wanted)
                    .ifPresent(foreign ->
                            takeBack.of(component, wanted.archive(), null, foreign.reason(), foreign.details()));
        } else {
            exchange(wanted, runs, wanted.archive());
        }
    }

    /** Whether this node is where it is to be. */
    private boolean exchange(Wanted wanted, String from, String to) {
        String component = wanted.name();
        if (from == null) {
            recovery.stopOthers(component, to);
        }
        if (to == null && from == null) {
            statuses.isOff(component);
            return true;
        }
        if (from == null && !reports.isAboutToRun(component, to)) {
            return false;
        }
        Instant now = shop.now();
        String platform = DeploymentTrail.platform(now).subject();
        Switch followed = new Switch(
                UUID.randomUUID().toString(),
                component,
                to == null ? Switch.Kind.REMOVE : Switch.Kind.DEPLOY,
                from,
                null,
                to,
                null,
                Switch.State.RUNNING,
                List.of(),
                now,
                null,
                platform,
                null,
                List.of());
        FollowingJournal journal = new FollowingJournal(
                takeBack, followed, platform.equals(wanted.component().by()));
        new SwitchRun(shop, statuses, followed, wanted.component().department(), journal).run();
        Optional<Unhealthy> failure = journal.failure();
        if (failure.isPresent()) {
            if (retries.failed(component, wanted.archive(), failure.get())) {
                LOG.warn(
                        "This node does not follow what is to run of {}: {}",
                        component,
                        failure.get().getMessage());
            }
            return false;
        }
        LOG.info("This node follows: {} of {}", to == null ? "nothing" : to, component);
        retries.forget(component);
        return true;
    }

    private Optional<Unhealthy> foreign(Wanted wanted) {
        return wanted.path() == null
                ? Optional.empty()
                : shop.health().foreign(shop.bundles().of(wanted.name(), wanted.archive()), wanted.path());
    }

    /**
     * While a component is switched elsewhere, or this node has not followed yet, what its new version is set to is nothing for the old one
     * that runs here. For another thread than the rest.
     */
    Collection<String> unsettledPids() {
        return shop.transactions().call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            Set<String> pids = new TreeSet<>();
            for (StoredComponent component : table.all()) {
                boolean settled = component.switching() == null
                        && statuses.of(component.name())
                                .filter(now -> Objects.equals(now.archive(), component.active()))
                                .isPresent();
                if (!settled) {
                    table.versions(component.name())
                            .forEach(version ->
                                    pids.addAll(version.facts().configured().keySet()));
                }
            }
            return pids;
        });
    }

    /** What is said of a component while this node is not yet where it is to be. */
    static Text onItsWay() {
        return new Text(
                "Dieser Knoten der Plattform schaltet gerade um.", "This node of the platform is switching just now.");
    }
}
