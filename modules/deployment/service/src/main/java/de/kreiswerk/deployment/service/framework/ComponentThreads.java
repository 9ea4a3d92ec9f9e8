package de.kreiswerk.deployment.service.framework;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Starts and stops the bundles of a version in a thread of its own, whose group the threads that its code makes belong to: so they can be
 * counted, and interrupted when they outlive it. What does not let itself be interrupted stays until the platform ends.
 */
public final class ComponentThreads {

    /** What a bundle is told to do. */
    @FunctionalInterface
    private interface Order {

        void to(Bundle bundle) throws BundleException;
    }

    private static final long LOOK_NANOS = 500_000_000;
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final String name;
    private final ThreadGroup group;
    /** Of a version before that did not end, or of the platform, which may have made some while that one was started. */
    private final Set<Thread> foreign;

    private final LongSupplier nanos;

    private ComponentThreads(ThreadGroup group, LongSupplier nanos) {
        this.nanos = nanos;
        this.name = group.getName();
        this.group = group;
        this.foreign = Collections.newSetFromMap(new WeakHashMap<>());
        foreign.addAll(List.of(all()));
    }

    /** The groups of components, one each: pools that a component made go on making threads in its group. */
    public static final class Groups {

        private final Map<String, ThreadGroup> groups = new ConcurrentHashMap<>();
        private final LongSupplier nanos;

        /** Those of this node. */
        public Groups() {
            this(System::nanoTime);
        }

        Groups(LongSupplier nanos) {
            this.nanos = nanos;
        }

        /** For a version that is about to be started, or was started by somebody who does not know any more. */
        public ComponentThreads of(String component) {
            return new ComponentThreads(
                    groups.computeIfAbsent(component, any -> new ThreadGroup("component-" + component)), nanos);
        }
    }

    /**
     * Starts bundles, one after the other.
     *
     * @param bundles the bundles
     * @param limit how long each may take
     * @param most how many threads they may have made then; looked at meanwhile as well
     * @param all when all have to be started
     * @param cancelled whether nobody waits for it any more; asked now and then
     * @throws Trouble when one fails, takes too long or makes too many threads; those before it run then
     */
    public void start(List<Bundle> bundles, Duration limit, int most, Deadline all, BooleanSupplier cancelled)
            throws Trouble {
        carryOut(new Run(bundles, Bundle::start, most, cancelled), group, limit, all, true);
    }

    /**
     * Starts bundles that somebody waits for to the end.
     *
     * @param bundles the bundles
     * @param limit how long each may take
     * @param most how many threads they may have made then; looked at meanwhile as well
     * @throws Trouble when one fails, takes too long or makes too many threads; those before it run then
     */
    public void start(List<Bundle> bundles, Duration limit, int most) throws Trouble {
        start(bundles, limit, most, each(bundles, limit), () -> false);
    }

    /**
     * Starts bundles that ran before, with as many threads as they like.
     *
     * @param bundles the bundles
     * @param limit how long each may take
     * @throws Trouble when one fails or takes too long; those before it run then
     */
    public void startAgain(List<Bundle> bundles, Duration limit) throws Trouble {
        start(bundles, limit, ANY_NUMBER);
    }

    /**
     * Stops bundles, one after the other, and then interrupts the threads that they leave behind.
     *
     * @param bundles the bundles
     * @param limit how long each may take
     * @param all when all have to be stopped
     * @throws Trouble when one takes too long
     */
    public void stop(List<Bundle> bundles, Duration limit, Deadline all) throws Trouble {
        try {
            carryOut(
                    new Run(bundles, ComponentThreads::stop, ANY_NUMBER, () -> false),
                    Thread.currentThread().getThreadGroup(),
                    limit,
                    all,
                    true);
        } finally {
            interrupt();
        }
    }

    /**
     * Stops bundles that nobody waits for.
     *
     * @param bundles the bundles
     * @param limit how long each may take
     * @throws Trouble when one takes too long
     */
    public void stop(List<Bundle> bundles, Duration limit) throws Trouble {
        stop(bundles, limit, each(bundles, limit));
    }

    /** When all have had their time. */
    private Deadline each(List<Bundle> bundles, Duration limit) {
        return Deadline.in(limit.multipliedBy(bundles.size()), nanos);
    }

    /** A bundle whose activator throws while it is stopped is stopped nevertheless (OSGi Core, section 4.4.9). */
    private static void stop(Bundle bundle) throws BundleException {
        try {
            bundle.stop();
        } catch (BundleException e) {
            if (bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STOPPING) {
                throw e;
            }
        }
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException e) {
            // The others go nevertheless; who asks looks what is left.
        }
    }

    /**
     * Uninstalls bundles, one after the other. The framework waits without end for one that somebody is starting: here nobody waits
     * with it.
     *
     * @param bundles the bundles
     * @param limit how long each may take
     * @throws Trouble when one takes too long or fails
     */
    public void uninstall(List<Bundle> bundles, Duration limit) throws Trouble {
        carryOut(
                new Run(
                        bundles.stream()
                                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
                                .toList(),
                        ComponentThreads::uninstall,
                        ANY_NUMBER,
                        () -> false),
                Thread.currentThread().getThreadGroup(),
                limit,
                each(bundles, limit),
                // It goes on waiting for the one that does not come to an end, and uninstalls it the moment that it
                // does.
                false);
    }

    /** Interrupts whatever still runs of it. */
    public void interrupt() {
        for (Thread thread : all()) {
            if (!foreign.contains(thread)) {
                thread.interrupt();
            }
        }
    }

    /** How many threads its code has made and not ended; the one that starts it is not among them. */
    private int count(Thread starting) {
        int count = 0;
        for (Thread thread : all()) {
            count += thread == starting || foreign.contains(thread) ? 0 : 1;
        }
        return count;
    }

    private Thread[] all() {
        Thread[] found = new Thread[Math.max(16, 2 * group.activeCount())];
        int count = group.enumerate(found);
        Thread[] threads = new Thread[count];
        System.arraycopy(found, 0, threads, 0, count);
        return threads;
    }

    private void carryOut(Run run, ThreadGroup in, Duration limit, Deadline all, boolean thenInterrupt) throws Trouble {
        if (run.bundles.isEmpty()) {
            return;
        }
        Thread thread = new Thread(in, run, name);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // There are no threads left.
            throw new Trouble(run.current.getSymbolicName(), e);
        }
        try {
            run.await(limit, all, () -> count(thread));
            // It has nothing left to do.
            thread.join(limit.toMillis());
        } catch (Trouble e) {
            if (thenInterrupt) {
                thread.interrupt();
            }
            throw e;
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new Trouble(run.current.getSymbolicName(), null);
        }
    }

    private static final class Run implements Runnable {

        private final List<Bundle> bundles;
        private final Order order;
        private final int most;
        private final BooleanSupplier cancelled;
        private final List<CountDownLatch> done;
        private volatile Bundle current;
        private volatile Throwable failure;

        Run(List<Bundle> bundles, Order order, int most, BooleanSupplier cancelled) {
            this.bundles = bundles;
            this.order = order;
            this.most = most;
            this.cancelled = cancelled;
            this.done = bundles.stream().map(bundle -> new CountDownLatch(1)).toList();
            this.current = bundles.isEmpty() ? null : bundles.get(0);
        }

        @Override
        // Whatever code of others throws is to become a sentence, not the end of the thread.
        @SuppressWarnings("java:S1181")
        public void run() {
            for (int i = 0; i < bundles.size(); i++) {
                current = bundles.get(i);
                try {
                    order.to(current);
                } catch (Throwable e) {
                    failure = e;
                    done.forEach(CountDownLatch::countDown);
                    return;
                }
                done.get(i).countDown();
            }
        }

        void await(Duration limit, Deadline all, IntSupplier threads) throws Trouble, InterruptedException {
            for (CountDownLatch each : done) {
                long end = System.nanoTime() + all.atMost(limit).toNanos();
                while (!each.await(Math.min(LOOK_NANOS, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    // Before the time is looked at: on a busy machine it is making them that takes so long.
                    look(threads);
                    // One that nobody wants any more has taken too long as well.
                    if (System.nanoTime() - end >= 0 || cancelled.getAsBoolean()) {
                        throw new Trouble(current.getSymbolicName(), null);
                    }
                }
                if (failure != null) {
                    throw new Trouble(current.getSymbolicName(), failure);
                }
            }
            look(threads);
        }

        private void look(IntSupplier threads) throws Trouble {
            if (most == ANY_NUMBER) {
                return;
            }
            int there = threads.getAsInt();
            if (there > most) {
                throw new Trouble(current.getSymbolicName(), there);
            }
        }
    }

    /** A bundle did not do what it was told. */
    public static final class Trouble extends Exception {

        private static final long serialVersionUID = 1L;

        private final String bundle;
        private final int threads;

        Trouble(String bundle, Throwable cause) {
            super(bundle + (cause == null ? " takes too long" : " fails"), cause);
            this.bundle = bundle;
            this.threads = 0;
        }

        Trouble(String bundle, int threads) {
            super(bundle + " has made " + threads + " threads");
            this.bundle = bundle;
            this.threads = threads;
        }

        /** Its symbolic name. */
        public String bundle() {
            return bundle;
        }

        /** Whether it took too long; else it failed, or made too many threads. */
        public boolean isTooLong() {
            return getCause() == null && threads == 0;
        }

        /** How many threads there were; 0 when they are not the trouble. */
        public int threads() {
            return threads;
        }
    }
}
