package de.kreiswerk.deployment.service.framework;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of this area, one for each kind of work. */
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private Background() {}

    /**
     * A thread that does one thing after the other, and whose regular work ends when it is shut down.
     *
     * @param name what it is called
     * @return does the work
     */
    public static ScheduledThreadPoolExecutor thread(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        return executor;
    }

    /**
     * Does something again and again. Whatever it throws, it is done again: an executor would leave it silently, also for a moment in which
     * there was too little memory.
     *
     * @param executor does it
     * @param work what
     * @param pauseMillis before each time
     */
    // Also of an Error the platform is to recover.
    @SuppressWarnings("java:S1181")
    public static void repeat(ScheduledThreadPoolExecutor executor, Runnable work, long pauseMillis) {
        executor.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (Throwable e) {
                        LOG.error("What is done regularly failed, and is tried again", e);
                    }
                },
                pauseMillis,
                pauseMillis,
                TimeUnit.MILLISECONDS);
    }
}
