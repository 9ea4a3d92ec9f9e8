package de.kreiswerk.launcher.run;

import static de.kreiswerk.launcher.run.Container.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** The proposals' service is replaced again and again while people read and write: 50 times with {@code -Pfull}. */
class HotSwapTest {

    private static final int SWAPS = Boolean.getBoolean("kreiswerk.full") ? 50 : 8;

    @TempDir
    Path data;

    @Test
    void swapsUnderLoadLeaveNothingBehind() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Container container = Container.start(data);
        try {
            container.importText(Texts.proposal("2027/100", "Am Anfang."), true);
            Bundle service = container.bundle("de.kreiswerk.proposals.service");
            int threadsBefore = settledThreads();
            Load load = new Load(container);
            for (int swap = 0; swap < SWAPS; swap++) {
                loaders.add(
                        new WeakReference<>(service.adapt(BundleWiring.class).getClassLoader()));
                swap(container, service);
                worksAgain(container, swap);
            }
            Map<String, Integer> outcomes = load.stop();
            assertThat(outcomes.keySet())
                    .as("Under a swap people are told to come back, and nothing else: %s", outcomes)
                    .isSubsetOf("read 200", "read 503", "write 201", "write 503");
            assertThat(outcomes.get("read 200")).isPositive();
            assertThat(outcomes.get("write 201")).isPositive();
            assertThat(container
                            .get("/api/proposals/v1/papers?year=2027&limit=1000")
                            .body())
                    .as("every acknowledged paper is there")
                    .contains(load.acknowledged());
            until(
                    "all old class loaders but the last are collected while running",
                    () -> collected(loaders) >= SWAPS - 1);
            until("threads are back to their number", () -> settledThreads() <= threadsBefore);
        } finally {
            container.close();
        }
        until("all class loaders are collected after the stop", () -> collected(loaders) == SWAPS);
    }

    private static void swap(Container container, Bundle service) throws Exception {
        try (InputStream jar = URI.create(service.getLocation().substring("reference:".length()))
                .toURL()
                .openStream()) {
            service.update(jar);
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        container
                .system()
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(service), (FrameworkEvent event) -> refreshed.countDown());
        assertThat(refreshed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void worksAgain(Container container, int swap) throws Exception {
        String reference = "2027/" + (2_000 + swap);
        until(
                "reads work again after swap " + swap,
                () -> container.get("/api/proposals/v1/papers?limit=1").statusCode() == 200);
        until(
                "writes work again after swap " + swap,
                () -> container
                                .importText(Texts.proposal(reference, "Nach Tausch " + swap + "."), true)
                                .statusCode()
                        < 300);
    }

    private static long collected(List<WeakReference<ClassLoader>> loaders) {
        System.gc();
        return loaders.stream().filter(loader -> loader.get() == null).count();
    }

    /** Threads that serve requests come and go by themselves; all others are counted. */
    private static int settledThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.startsWith("qtp") && !name.startsWith("HttpClient") && !name.startsWith("load-"))
                .filter(name -> !name.startsWith("kreiswerk-db:") && !name.startsWith("ForkJoinPool"))
                .count();
    }

    /** Two readers and two writers. */
    private static final class Load {

        private final ExecutorService pool = Executors.newFixedThreadPool(4, work -> new Thread(work, "load-worker"));
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final AtomicInteger next = new AtomicInteger(10_000);
        private final Map<String, Integer> outcomes = new TreeMap<>();
        private final List<String> acknowledged = new ArrayList<>();
        private final List<Future<?>> workers = new ArrayList<>();
        private final Container container;

        Load(Container container) {
            this.container = container;
            for (int i = 0; i < 2; i++) {
                workers.add(pool.submit(loop(() -> {
                    note(
                            "read "
                                    + container
                                            .get("/api/proposals/v1/papers?limit=5")
                                            .statusCode(),
                            null);
                    return null;
                })));
                workers.add(pool.submit(loop(this::write)));
            }
        }

        private Void write() throws Exception {
            String reference = "2027/" + next.incrementAndGet();
            int status = container
                    .importText(Texts.proposal(reference, "Unter Last."), true)
                    .statusCode();
            note("write " + status, status == 201 ? reference : null);
            return null;
        }

        private Callable<Void> loop(Callable<Void> request) {
            return () -> {
                while (running.get()) {
                    request.call();
                }
                return null;
            };
        }

        private synchronized void note(String outcome, String reference) {
            outcomes.merge(outcome, 1, Integer::sum);
            if (reference != null) {
                acknowledged.add(reference);
            }
        }

        Map<String, Integer> stop() throws Exception {
            running.set(false);
            for (Future<?> worker : workers) {
                worker.get(60, TimeUnit.SECONDS);
            }
            pool.shutdown();
            return outcomes;
        }

        List<String> acknowledged() {
            return acknowledged.stream()
                    .limit(500)
                    .map(reference -> "\"" + reference + "\"")
                    .toList();
        }
    }
}
