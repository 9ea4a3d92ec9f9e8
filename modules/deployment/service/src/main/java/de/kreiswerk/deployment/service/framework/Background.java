package de.kreiswerk.deployment.service.framework;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Threads of this area, one for each kind of work. */
public final class Background {

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
}
