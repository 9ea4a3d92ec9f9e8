package de.kreiswerk.core.web.gate;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way in to the addresses of a bundle. Who comes in is counted first and looks for a hold then; a hold is set first and looks
 * at the count then. So nobody gets past a hold uncounted, without a lock that all readers would share.
 */
final class Passage {

    private final AtomicInteger inside = new AtomicInteger();
    private volatile HeldRequests hold;

    /** The hold that bars the way, or null when the caller is inside and must {@link #leave}. */
    HeldRequests enter() {
        inside.incrementAndGet();
        HeldRequests now = hold;
        if (now != null) {
            leave();
        }
        return now;
    }

    /** Whoever a hold lets pass is inside as well. */
    void enterPast() {
        inside.incrementAndGet();
    }

    void leave() {
        inside.decrementAndGet();
        HeldRequests now = hold;
        if (now != null) {
            now.somebodyLeft();
        }
    }

    /** False when somebody else holds it. */
    synchronized boolean close(HeldRequests by) {
        if (hold != null) {
            return false;
        }
        hold = by;
        return true;
    }

    synchronized void open(HeldRequests by) {
        if (hold == by) {
            hold = null;
        }
    }

    void openAnyway() {
        HeldRequests now = hold;
        if (now != null) {
            now.close();
        }
    }

    boolean isEmpty() {
        return inside() == 0;
    }

    int inside() {
        return inside.get();
    }
}
