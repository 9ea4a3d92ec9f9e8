package de.kreiswerk.launcher.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives memory back to the operating system while nobody needs it. The serial collector collects only when the heap is full, so that
 * a platform would keep what its start, or its busiest hour, took; larger collectors can be told to do this by themselves (JEP 346).
 */
final class IdleMemory implements AutoCloseable {

    /** How often it is looked. */
    static final Duration EVERY = Duration.ofSeconds(2);

    /** Looks in a row that must have found the process idle. */
    private static final int LOOKS = 2;

    /** A part of one processor; what runs by itself takes less. */
    private static final double IDLE = 0.1;

    private static final long WORTH_IT = 24L * 1024 * 1024;

    private final Machine machine;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long lastCpu;
    private long leftOver;
    private int idle;

    /** What is asked, and what collects. */
    interface Machine {

        /** Processor time of this process, in nanoseconds; as if it were always at work where that is not known. */
        long cpuNanos();

        /** The heap in use, in bytes, with what could be collected. */
        long heapBytes();

        /** Collects everything there is; the collector gives back what it does not need. */
        void collect();
    }

    private IdleMemory(Machine machine, boolean watching) {
        this.machine = machine;
        this.lastCpu = machine.cpuNanos();
        if (watching) {
            Thread thread = new Thread(this::watch, "kreiswerk-idle-memory");
            thread.setDaemon(true);
            thread.start();
        }
    }

    static IdleMemory watch(Machine machine) {
        return new IdleMemory(machine, true);
    }

    /** Looks only when it is told to. */
    static IdleMemory of(Machine machine) {
        return new IdleMemory(machine, false);
    }

    private void watch() {
        try {
            while (!closed.await(EVERY.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look, {@link #EVERY} after the last one. */
    void look() {
        long cpu = machine.cpuNanos();
        idle = cpu - lastCpu < IDLE * EVERY.toNanos() ? idle + 1 : 0;
        lastCpu = cpu;
        leftOver = Math.min(leftOver, machine.heapBytes());
        if (idle >= LOOKS && machine.heapBytes() - leftOver >= WORTH_IT) {
            machine.collect();
            leftOver = machine.heapBytes();
            lastCpu = machine.cpuNanos();
            idle = 0;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** This Java. */
    static final class ThisJava implements Machine {

        @Override
        public long cpuNanos() {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .map(Duration::toNanos)
                    .orElseGet(System::nanoTime);
        }

        @Override
        public long heapBytes() {
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }

        @Override
        public void collect() {
            System.gc();
        }
    }
}
