package de.kreiswerk.core.mail.outbox;

import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Component;

/** Rung when there may be something to send, so that it is not looked for all the time. */
@Component(service = Bell.class)
public final class Bell {

    private final AtomicBoolean rung = new AtomicBoolean(true);

    /** There may be something to send. */
    void ring() {
        rung.set(true);
    }

    /** Whether it was rung since it was asked last. */
    boolean wasRung() {
        return rung.getAndSet(false);
    }
}
