package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.ComponentTable.Wanted;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this node to what is to run, when another node or the platform itself has changed that: through the same phases as a switch, with
 * requests held, and with the same check. What does not work here is taken back everywhere.
 */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration NEXT_TRY = Duration.ofSeconds(30);

    private final Workshop shop;
    private final Statuses statuses;
    private final Recovery recovery;
    private final TakeBack takeBack;
    private final Map<String, Failed> failed = new ConcurrentHashMap<>();

    Follower(Workshop shop, Statuses statuses, Recovery recovery, TakeBack takeBack) {
        this.shop = shop;
        this.statuses = statuses;
        this.recovery = recovery;
        this.takeBack = takeBack;
    }

    /**
     * This node could not follow.
     *
     * @param archive what it was to run, null for nothing
     * @param why what was in the way
     * @param again when it tries again
     */
    private record Failed(String archive, Unhealthy why, Instant again) {}

    /** Why this node does not follow, empty when it does or is on its way. */
    Optional<Unhealthy> failure(String component) {
        return Optional.ofNullable(failed.get(component)).map(Failed::why);
    }

    /** One look at everything. */
    void follow() {
        for (Wanted wanted : shop.transactions().call(tx -> new ComponentTable(tx).wanted())) {
            if (shop.stopping().getCount() == 0) {
                return;
            }
            try {
                follow(wanted);
            } catch (RuntimeException e) {
                LOG.error("This node cannot follow what is to run of {} yet", wanted.component(), e);
            }
        }
    }

    private void follow(Wanted wanted) {
        String component = wanted.component();
        Optional<Statuses.Status> status = statuses.of(component);
        String runs = status.filter(now -> now.reason() == null)
                .map(Statuses.Status::archive)
                .orElse(null);
        String settled = status.map(Statuses.Status::archive).orElse(null);
        if (wanted.quarantine() != null) {
            if (runs != null) {
                exchange(wanted, runs, null);
            }
            if (!wanted.archive().equals(settled) || runs != null) {
                statuses.doesNotRun(component, wanted.archive(), wanted.quarantine(), List.of(), false);
            }
        } else if (Objects.equals(settled, wanted.archive())) {
            failed.remove(component);
            if (runs != null && wanted.path() != null) {
                lookAtAddresses(wanted);
            }
        } else if (mayTry(component, wanted.archive())) {
            exchange(wanted, runs, wanted.archive());
        }
    }

    private boolean mayTry(String component, String archive) {
        Failed before = failed.get(component);
        return before == null
                || !Objects.equals(before.archive(), archive)
                || !shop.clock().instant().isBefore(before.again());
    }

    private void exchange(Wanted wanted, String from, String to) {
        if (from == null) {
            recovery.stopOthers(wanted.component(), to);
        }
        if (to == null && from == null) {
            statuses.isOff(wanted.component());
            return;
        }
        Instant now = shop.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Switch followed = new Switch(
                UUID.randomUUID().toString(),
                wanted.component(),
                to == null ? Switch.Kind.REMOVE : Switch.Kind.DEPLOY,
                from,
                null,
                to,
                null,
                Switch.State.RUNNING,
                List.of(),
                now,
                null,
                DeploymentTrail.platform(now).subject(),
                null,
                List.of());
        FollowingJournal journal = new FollowingJournal(takeBack, followed);
        new SwitchRun(shop, statuses, followed, wanted.department(), journal).run();
        journal.failure()
                .ifPresentOrElse(
                        why -> {
                            LOG.warn(
                                    "This node does not follow what is to run of {}: {}",
                                    wanted.component(),
                                    why.getMessage());
                            failed.put(
                                    wanted.component(),
                                    new Failed(to, why, shop.clock().instant().plus(NEXT_TRY)));
                        },
                        () -> {
                            LOG.info("This node follows: {} of {}", to == null ? "nothing" : to, wanted.component());
                            failed.remove(wanted.component());
                        });
    }

    /** What a component registers after it was let in is looked at as well; what is not its department's ends it. */
    private void lookAtAddresses(Wanted wanted) {
        List<Bundle> bundles = shop.bundles().of(wanted.component(), wanted.archive());
        shop.health()
                .foreign(bundles, wanted.path())
                .ifPresent(foreign ->
                        takeBack.of(wanted.component(), wanted.archive(), null, foreign.reason(), foreign.details()));
    }

    /** What is said of a component while this node is not yet where it is to be. */
    static Text onItsWay() {
        return new Text(
                "Dieser Knoten der Plattform schaltet gerade um.", "This node of the platform is switching just now.");
    }
}
