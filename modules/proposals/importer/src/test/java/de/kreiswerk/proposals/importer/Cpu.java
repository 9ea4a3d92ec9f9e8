package de.kreiswerk.proposals.importer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How long the processor works for something: on a busy machine the clock tells of the others. */
final class Cpu {

    private Cpu() {}

    /** What this thread takes. */
    static Duration of(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
    }
}
