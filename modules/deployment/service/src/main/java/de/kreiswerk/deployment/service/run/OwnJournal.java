package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.Phase;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.Former;
import de.kreiswerk.deployment.service.store.StoredArchives;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Of a switch that this node was asked for: what is written down is what holds after a crash. */
final class OwnJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(OwnJournal.class);

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Workshop shop;
    private final Switch begun;
    private final String department;
    private final Caller caller;
    private final PhaseLog phases;
    private int cutRequests;
    /** What is said of them; null when there are none. */
    private Text cut;

    OwnJournal(Workshop shop, Switch begun, String department, Caller caller) {
        this.shop = shop;
        this.begun = begun;
        this.department = department;
        this.caller = caller;
        this.phases = new PhaseLog(shop, begun.id());
    }

    @Override
    public void enter(Phase phase) throws Unhealthy {
        phases.enter(phase);
        boolean cancelled =
                phase != Phase.BACK && shop.transactions().call(tx -> new SwitchTable(tx).isCancelled(begun.id()));
        shop.failpoints().pass(phase);
        if (cancelled) {
            throw Words.cancelled();
        }
    }

    @Override
    public boolean isCancelled() {
        try {
            return shop.transactions().call(tx -> new SwitchTable(tx).isCancelled(begun.id()));
        } catch (RuntimeException e) {
            // That nobody can be asked for a moment is no reason to go back.
            LOG.debug(
                    "Whether the switch of {} is still wanted cannot be asked: {}", begun.component(), e.getMessage());
            return false;
        }
    }

    @Override
    public boolean configures() {
        return true;
    }

    @Override
    public void goesBack(Unhealthy why) {
        // What was active still is.
    }

    @Override
    public void cut(int requests, Duration waited) {
        cutRequests = requests;
        cut = Words.cut(requests, waited);
    }

    @Override
    public void configuration(String before) {
        shop.transactions().call(tx -> {
            new SwitchTable(tx).configuration(begun.id(), before);
            return null;
        });
    }

    /** One transaction, with its record. */
    @Override
    public void commit(String leavesConfiguration) throws Unhealthy {
        Instant now = shop.now();
        phases.end();
        phases.settle();
        Refused refused;
        try {
            refused = shop.transactions().call(tx -> writeDone(tx, leavesConfiguration, now));
        } catch (RuntimeException e) {
            // The database may have committed although its answer was lost.
            if (isDone()) {
                return;
            }
            throw e;
        }
        if (refused != null) {
            throw refused == Refused.CANCELLED ? Words.cancelled() : Words.notOurs();
        }
    }

    /** Why it was not done after all. */
    private enum Refused {
        CANCELLED,
        NOT_OURS
    }

    /** Null when it is done. */
    private Refused writeDone(Transaction tx, String leavesConfiguration, Instant now) throws SQLException {
        ComponentTable table = new ComponentTable(tx);
        // Who cancels has the component's row as well: one of both comes first.
        table.lock(begun.component());
        SwitchTable switches = new SwitchTable(tx);
        if (switches.isCancelled(begun.id())) {
            return Refused.CANCELLED;
        }
        if (!table.activate(begun.component(), begun.to(), now, begun.by(), begun.id())) {
            return Refused.NOT_OURS;
        }
        if (begun.from() != null && !begun.from().equals(begun.to())) {
            table.configuration(begun.component(), begun.from(), leavesConfiguration);
            Optional<StoredVersion> former = table.version(begun.component(), begun.from());
            if (former.isPresent() && former.get().state() != State.QUARANTINED) {
                table.state(begun.component(), begun.from(), State.KEPT, now);
            }
        }
        if (begun.to() != null) {
            table.state(begun.component(), begun.to(), State.ACTIVE, now);
        }
        phases.write(tx);
        switches.end(begun.id(), Switch.State.DONE, now, cut, List.of());
        shop.trail().record(event("component.switched", Outcome.SUCCESS, null, null));
        return null;
    }

    /** Asks until the database answers; while it does not, nobody knows. */
    private boolean isDone() {
        boolean[] done = {false};
        insist(() -> done[0] = shop.transactions()
                .call(tx -> new SwitchTable(tx)
                        .find(begun.id())
                        .filter(found -> found.state() == Switch.State.DONE)
                        .isPresent()));
        return done[0];
    }

    /** No request waits any more. */
    @Override
    public void letIn() {
        phases.add(Phase.LET_IN);
        phases.settle();
        try {
            shop.transactions().call(tx -> {
                forgetOld(new ComponentTable(tx));
                phases.write(tx);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("Old versions of {} stay until its next switch: {}", begun.component(), e.getMessage());
        }
    }

    /** What failed takes no place from what worked. To what is old somebody may be on the way already: then it is left to them. */
    private void forgetOld(ComponentTable table) throws SQLException {
        Optional<StoredComponent> atRest =
                table.lock(begun.component()).filter(component -> component.switching() == null);
        if (atRest.isEmpty()) {
            return;
        }
        List<StoredVersion> versions = table.versions(begun.component());
        forget(table, versions.stream().filter(version -> version.state() == State.KEPT));
        String active = atRest.get().active();
        forget(
                table,
                versions.stream()
                        .filter(version -> version.state() == State.QUARANTINED)
                        .filter(version -> isPast(version, active, versions)));
    }

    /** A quarantine may only be forgotten of what is older than the active version: uploaded again, it is the administrator's as well. */
    private static boolean isPast(StoredVersion version, String active, List<StoredVersion> all) {
        return all.stream()
                .filter(other -> other.archive().equals(active))
                .anyMatch(now -> Former.number(version).compareTo(Former.number(now)) < 0);
    }

    /** But for the last ones. */
    private void forget(ComponentTable table, Stream<StoredVersion> versions) throws SQLException {
        List<StoredVersion> old = versions.sorted(Comparator.comparing(
                        version -> version.lastActive() == null ? version.uploaded() : version.lastActive(),
                        Comparator.reverseOrder()))
                .skip(shop.limits().kept())
                .toList();
        for (StoredVersion version : old) {
            table.delete(version.component(), version.archive());
            shop.blobs().release(version.archive(), StoredArchives.owner(version.component()));
        }
    }

    /** The database may be what failed: this must be written, however long it takes. */
    @Override
    public void undone(Switch.State state, Unhealthy why, Text reason, boolean quarantine) {
        phases.end();
        insist(() -> {
            phases.settle();
            shop.transactions().call(tx -> {
                writeUndone(tx, state, why, reason, quarantine);
                return null;
            });
        });
    }

    /** By writing: on H2 who only reads does not notice that somebody else has been writing for long. */
    @Override
    public boolean awaitDatabase() {
        return insist(phases::write);
    }

    @Override
    public boolean isOurs() {
        return shop.transactions()
                .call(tx -> new ComponentTable(tx).find(begun.component()))
                .filter(component -> begun.id().equals(component.switching()))
                .isPresent();
    }

    /** Does something as soon as the database answers, unless the platform stops: then the next start does. */
    private boolean insist(Runnable work) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                work.run();
                return true;
            } catch (RuntimeException e) {
                LOG.warn("The switch of {} cannot be ended yet: {}", begun.component(), e.getMessage());
            }
            try {
                if (shop.stopping().await(pause, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
    }

    private void writeUndone(Transaction tx, Switch.State state, Unhealthy why, Text reason, boolean quarantine)
            throws SQLException {
        ComponentTable table = new ComponentTable(tx);
        boolean ours = table.lock(begun.component())
                .filter(component -> begun.id().equals(component.switching()))
                .isPresent();
        if (!ours) {
            // Somebody has closed it already.
            return;
        }
        table.switching(begun.component(), null);
        boolean bad = quarantine && begun.to() != null && !begun.to().equals(begun.from());
        if (bad) {
            table.quarantine(begun.component(), begun.to(), reason);
        }
        phases.write(tx);
        List<String> details = new ArrayList<>(why.details());
        if (cut != null) {
            details.add(cut.german());
            details.add(cut.english());
        }
        new SwitchTable(tx).end(begun.id(), state, shop.now(), reason, details);
        AuditEvent undone = event(
                "component.switch-undone", Outcome.FAILED, why.recorded().orElse(reason), bad ? begun.to() : null);
        shop.trail().record(undone);
    }

    private AuditEvent event(String action, Outcome outcome, Text reason, String quarantined) {
        Map<String, String> details = DeploymentTrail.details(begun);
        DeploymentTrail.put(details, "reason", reason == null ? null : reason.german());
        DeploymentTrail.put(details, "quarantined", quarantined);
        DeploymentTrail.put(details, "cutRequests", cut == null ? null : Integer.toString(cutRequests));
        if (reason != null) {
            phases.last().ifPresent(phase -> details.put("phase", phase.name()));
        }
        return DeploymentTrail.component(caller, action, outcome, begun.component(), department, details);
    }
}
