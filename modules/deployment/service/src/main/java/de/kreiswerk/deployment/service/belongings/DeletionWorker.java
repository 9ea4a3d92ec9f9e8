package de.kreiswerk.deployment.service.belongings;

import de.kreiswerk.deployment.service.framework.Background;
import de.kreiswerk.deployment.service.run.Switches;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that what is to be deleted is: soon after it was asked for, after a start, and again as long as something is in the way. */
@Component(service = DeletionWorker.class, immediate = true)
public final class DeletionWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionWorker.class);
    private static final long EVERY_MILLIS = 15_000;
    private static final long PATIENCE_SECONDS = 10;
    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);
    /** Longer than any switch: it has ended by then, or the next round takes it up. */
    private static final long LONGEST_SWITCH_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final Deletion deletion;
    private final Switches switches;
    private final ScheduledThreadPoolExecutor worker;

    @Activate
    public DeletionWorker(@Reference Deletion deletion, @Reference Switches switches) {
        this.deletion = deletion;
        this.switches = switches;
        this.worker = Background.thread("kreiswerk-deployment-deletion");
        Background.repeat(worker, this::look, EVERY_MILLIS);
    }

    @Deactivate
    void close() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Looks as soon as the switch has ended that makes a component go.
     *
     * @param component its name
     */
    public void soon(String component) {
        try {
            worker.execute(() -> follow(component));
        } catch (RejectedExecutionException e) {
            LOG.debug("The data of {} are left to who comes next", component);
        }
    }

    private void follow(String component) {
        long end = System.nanoTime() + LONGEST_SWITCH_NANOS;
        try {
            while (!worker.isShutdown()
                    && System.nanoTime() < end
                    && deletion.isToGoOnceSwitched(component, this::runsHere)) {
                switches.awaitAnyEnd(LONGEST_LOOK);
            }
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Whether {} may go cannot be seen yet: {}", component, e.getMessage());
        }
    }

    private boolean runsHere(String component) {
        return !switches.isAt(component, null);
    }

    private void look() {
        try {
            deletion.run(this::runsHere);
        } catch (RuntimeException e) {
            LOG.warn("What is to be deleted cannot be seen yet: {}", e.getMessage());
        }
    }
}
