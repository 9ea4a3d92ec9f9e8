package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.Phase;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Of a node that goes after what is to run already: what it does is nobody's decision any more, unless the new version does not work. */
final class FollowingJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingJournal.class);

    private final TakeBack takeBack;
    private final Switch followed;
    private final boolean goesBackAlready;
    private Unhealthy failure;

    /** What is followed may be the way back already: then nothing is taken back any further, or one fault would end many versions. */
    FollowingJournal(TakeBack takeBack, Switch followed, boolean goesBackAlready) {
        this.takeBack = takeBack;
        this.followed = followed;
        this.goesBackAlready = goesBackAlready;
    }

    /** Why this node could not follow. */
    Optional<Unhealthy> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void enter(Phase phase) {
        // Nobody watches a node that follows.
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean configures() {
        return false;
    }

    @Override
    public void cut(int requests, Duration waited) {
        LOG.warn(
                "{} requests to {} were not answered within {}, and what answers them is stopped",
                requests,
                followed.component(),
                waited);
    }

    @Override
    public void configuration(String before) {
        // Who was asked for the switch has kept it.
    }

    @Override
    public void commit(String leavesConfiguration) {
        // What is to run is what this node followed; if that was changed meanwhile, it follows again.
    }

    @Override
    public void letIn() {
        // Nobody watches.
    }

    @Override
    public void goesBack(Unhealthy why) {
        if (why.isNewOnesFault() && followed.to() != null && !goesBackAlready) {
            takeBack.of(
                    followed.component(),
                    followed.to(),
                    followed.from(),
                    new Text(
                            "Auf einem anderen Knoten der Plattform arbeitet diese Version nicht: "
                                    + why.reason().german(),
                            "On another node of the platform this version does not work: "
                                    + why.reason().english()),
                    why.details());
        }
    }

    @Override
    public boolean awaitDatabase() {
        // It writes nothing down.
        return true;
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public void undone(Switch.State state, Unhealthy why, Text reason, boolean quarantine) {
        failure = why;
    }
}
