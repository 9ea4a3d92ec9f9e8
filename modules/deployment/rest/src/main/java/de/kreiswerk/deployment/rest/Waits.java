package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.Switch;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Waits for the end of switches. Each wait holds a thread of the server, so that only a few may wait at a time; the others hear
 * at once how it stands, and ask again. It asks in slices: the service can be replaced meanwhile.
 */
final class Waits {

    private static final int AT_A_TIME = 16;
    private static final Duration SLICE = Duration.ofSeconds(2);

    private final Replaceable<Components> components;
    private final Semaphore places;
    private final LongSupplier nanos;

    Waits(Replaceable<Components> components) {
        this(components, AT_A_TIME, System::nanoTime);
    }

    Waits(Replaceable<Components> components, int atATime, LongSupplier nanos) {
        this.components = components;
        this.places = new Semaphore(atATime);
        this.nanos = nanos;
    }

    Switch await(Caller caller, String id, Duration most) {
        if (most.isZero() || !places.tryAcquire()) {
            return look(caller, id, Duration.ZERO);
        }
        try {
            return inSlices(caller, id, most);
        } finally {
            places.release();
        }
    }

    private Switch inSlices(Caller caller, String id, Duration most) {
        long end = nanos.getAsLong() + most.toNanos();
        Switch found = null;
        while (true) {
            long asked = nanos.getAsLong();
            Duration left = Duration.ofNanos(Math.max(0, end - asked));
            Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
            try {
                found = look(caller, id, slice);
            } catch (ProblemException gone) {
                if (found == null || !isDoneRemoval(found) || gone.problem().kind() != Problem.Kind.NOT_FOUND) {
                    throw gone;
                }
                return found;
            }
            long now = nanos.getAsLong();
            // The service waits on after a removal only while data are still to go.
            boolean goesOn =
                    found.state() == Switch.State.RUNNING || isDoneRemoval(found) && now - asked >= slice.toNanos();
            if (!goesOn || now - end >= 0) {
                return found;
            }
        }
    }

    private static boolean isDoneRemoval(Switch found) {
        return found.kind() == Switch.Kind.REMOVE && found.state() == Switch.State.DONE;
    }

    private Switch look(Caller caller, String id, Duration most) {
        return components.use(service -> service.await(caller, id, most));
    }
}
