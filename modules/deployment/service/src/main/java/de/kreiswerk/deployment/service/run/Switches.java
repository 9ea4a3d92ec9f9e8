package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.Switch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/** Does the switches of this node, and knows what runs on it. */
public interface Switches {

    /** Which node this is. */
    String node();

    /** Whether what was left undone before is closed, so that something new may begin. */
    boolean isReady();

    /**
     * Writes a switch down that this node is going to carry out. From before anybody can read of it this node knows it as its own, and does
     * not take it for one that was left undone.
     *
     * @param id the switch's id
     * @param write writes it down; what it throws, this does
     * @param <T> what comes of that
     * @return what comes of that; the switch is to be carried out then
     */
    <T> T announced(String id, Supplier<T> write);

    /**
     * Does a switch that is written down as under way, when those before it are done.
     *
     * @param asked the switch
     * @param department whose component it is
     * @param caller who asked for it
     */
    void carryOut(Switch asked, String department, Caller caller);

    /**
     * Waits until some switch has ended or a moment has passed.
     *
     * @param most no longer than this
     * @throws InterruptedException when the thread is interrupted
     */
    void awaitAnyEnd(Duration most) throws InterruptedException;

    /**
     * Why a component that is to run does not.
     *
     * @param component its name
     * @param archive the version that is to run
     * @return empty when it runs
     */
    Optional<Trouble> trouble(String component, String archive);

    /**
     * What the health checks of a component that runs report.
     *
     * @param component its name
     * @param archive the version that runs
     * @return how it is
     */
    Reported health(String component, String archive);

    /**
     * Whether this node does, or tries to do, what is to be done: only then it can go on from there.
     *
     * @param component its name
     * @param archive the version that is to run, null for none
     * @return false while it follows, and when it cannot
     */
    boolean isAt(String component, String archive);

    /** The bundles of a version that are in the framework. */
    List<Bundle> bundles(String component, String archive);

    /**
     * Why something does not run.
     *
     * @param starting whether it is on its way
     * @param reason one sentence
     * @param details what is behind it
     */
    record Trouble(boolean starting, Text reason, List<String> details) {}

    /**
     * What health checks report.
     *
     * @param health the worst
     * @param sentence what that is, in one sentence; null when all is well
     * @param details what is behind it
     */
    record Reported(Component.Health health, Text sentence, List<String> details) {

        /** Nothing is wrong. */
        public static final Reported WELL = new Reported(Component.Health.OK, null, List.of());
    }
}
