package de.kreiswerk.runtime.bench.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several writers doing the same as often as they can. */
final class Race {

    private Race() {}

    /** How often a second it was done, all writers together. */
    static double rate(int writers, long millis, Runnable write) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            long begin = System.nanoTime();
            long end = begin + millis * 1_000_000;
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                counts.add(threads.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() < end) {
                        write.run();
                        count++;
                    }
                    return count;
                }));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return sum * 1e9 / (System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
