package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.Switch;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Waits for the end of switches. Each wait holds a thread of the server, so that only a few may wait at a time; the others hear
 * at once how it stands, and ask again. It asks in slices: the service can be replaced meanwhile.
 */
final class Waits {

    private static final int AT_A_TIME = 16;
    private static final Duration SLICE = Duration.ofSeconds(2);

    private final Replaceable<Components> components;
    private final Semaphore places;

    Waits(Replaceable<Components> components) {
        this(components, AT_A_TIME);
    }

    Waits(Replaceable<Components> components, int atATime) {
        this.components = components;
        this.places = new Semaphore(atATime);
    }

    Switch await(Caller caller, String id, Duration most) {
        if (most.isZero() || !places.tryAcquire()) {
            return look(caller, id, Duration.ZERO);
        }
        try {
            long end = System.nanoTime() + most.toNanos();
            Duration left = most;
            Switch found;
            do {
                found = look(caller, id, left.compareTo(SLICE) < 0 ? left : SLICE);
                left = Duration.ofNanos(end - System.nanoTime());
            } while (found.state() == Switch.State.RUNNING && !left.isNegative() && !left.isZero());
            return found;
        } finally {
            places.release();
        }
    }

    private Switch look(Caller caller, String id, Duration most) {
        return components.use(service -> service.await(caller, id, most));
    }
}
