package de.kreiswerk.deployment.service.run;

import de.kreiswerk.deployment.api.Switch.Phase;
import org.osgi.framework.BundleContext;

/**
 * Ends the platform as kill -9 does, at the beginning of a phase: how tests see what is left of a switch that was cut off there. Only the
 * framework's property {@code kreiswerk.failpoint} (launcher configuration, not a setting) arms it.
 */
final class Failpoints {

    static final String PROPERTY = "kreiswerk.failpoint";
    private static final int KILLED = 137;

    private final String armed;

    Failpoints(BundleContext context) {
        this.armed = context.getProperty(PROPERTY);
    }

    /** Whether it is to end in this one. */
    boolean isAt(Phase phase) {
        return phase.name().equals(armed);
    }

    void pass(Phase phase) {
        if (isAt(phase)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
