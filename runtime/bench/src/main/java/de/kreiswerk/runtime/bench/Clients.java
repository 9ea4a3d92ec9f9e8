package de.kreiswerk.runtime.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several doing the same work at once, each taking the next piece when it is done with one. */
final class Clients {

    private Clients() {}

    /** What a client does with a piece. */
    @FunctionalInterface
    interface Work {
        void on(int client, int piece) throws Exception;
    }

    /** How many pieces a second were done. */
    static double rate(int clients, int pieces, Work work) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            AtomicInteger next = new AtomicInteger();
            long begin = System.nanoTime();
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                done.add(threads.submit(() -> {
                    for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                        work.on(client, piece);
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
            return pieces * 1e9 / (System.nanoTime() - begin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
