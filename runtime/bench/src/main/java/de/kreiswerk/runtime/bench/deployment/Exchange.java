package de.kreiswerk.runtime.bench.deployment;

import de.kreiswerk.runtime.bench.face.Wrk;
import de.kreiswerk.runtime.bench.platform.ServerProcess;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * What citizens notice while what answers them is exchanged.
 *
 * @param times how often that was
 * @param failed how many requests got an error or no answer
 * @param silenceMillis for how long at most nobody got a good answer
 */
public record Exchange(int times, long failed, double silenceMillis) {

    private static final int CONNECTIONS = 16;
    private static final long BEFORE_MILLIS = 500;

    /**
     * Exchanges under load.
     *
     * @param wrk asks for the page
     * @param url the server
     * @param page the page
     * @param millis for how long it is asked for
     * @param times how often it is exchanged meanwhile, at a steady pace
     * @param once what exchanges it; told how often it was before
     */
    static Exchange of(Wrk wrk, String url, String page, long millis, int times, IntConsumer once) {
        try (Silence silence = new Silence(url + page)) {
            CompletableFuture<Wrk.Count> load =
                    CompletableFuture.supplyAsync(() -> wrk.count(url, CONNECTIONS, millis));
            long begin = System.nanoTime();
            int done = 0;
            while (done < times && !load.isDone()) {
                long due = BEFORE_MILLIS + (millis - BEFORE_MILLIS) * done / times;
                ServerProcess.pause(Math.max(0, due - (System.nanoTime() - begin) / 1_000_000));
                once.accept(done);
                done++;
            }
            Wrk.Count count = load.join();
            return new Exchange(done, count.failed(), silence.longestMillis());
        }
    }

    /**
     * Requests that fail whenever it is exchanged.
     *
     * @return on average
     */
    public double failedEachTime() {
        return times == 0 ? 0 : (double) failed / times;
    }
}
