package de.kreiswerk.runtime.bench.trail;

import de.kreiswerk.runtime.bench.platform.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Somebody who asks the trail over HTTP, one question after the other. */
public final class Auditor {

    /** Somewhat more than the platform takes for it. */
    private static final long SEALED_WITHIN_MILLIS = 7_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;

    /**
     * Begins.
     *
     * @param url the platform's address
     * @param token a token that may read the trail
     */
    public Auditor(String url, String token) {
        this.base = url + "/audit/log";
        this.token = "Bearer " + token;
    }

    /**
     * How long answers took.
     *
     * @param median in milliseconds
     * @param highest of 99 of 100, in milliseconds
     */
    public record Times(double median, double highest) {

        /**
         * The median.
         *
         * @return in words
         */
        public String detail() {
            return String.format(Locale.ROOT, "median %.2f ms", median);
        }
    }

    /**
     * Asks again and again; at least as often before, which warms up and does not count.
     *
     * @param times how often
     * @param warmUpMillis how long it warms up at least
     * @param path what is asked for each time, below the trail's address
     * @return how long it took
     */
    public Times ask(int times, long warmUpMillis, IntFunction<String> path) {
        long begun = System.nanoTime();
        for (int i = 0; i < times || System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(warmUpMillis); i++) {
            get(path.apply(i));
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            get(path.apply(i));
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return new Times(millis[times / 2], millis[Math.min(times - 1, times * 99 / 100)]);
    }

    /**
     * Asks once.
     *
     * @param path below the trail's address
     * @return the answer
     * @throws IllegalStateException when it is an error
     */
    public String get(String path) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(), path, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /**
     * How far the trail is sealed.
     *
     * @return how many records
     */
    public long sealed() {
        HttpResponse<String> response = send(HttpRequest.newBuilder(), "/checkpoint", BodyHandlers.ofString());
        return response.statusCode() == 200 ? Long.parseLong(response.body().split("\n")[1]) : 0;
    }

    /** Returns when all that was written before is sealed. */
    public void awaitSealed() {
        long before = -1;
        for (long now = sealed(); now != before; now = sealed()) {
            before = now;
            ServerProcess.pause(SEALED_WITHIN_MILLIS);
        }
    }

    /**
     * Takes a package along.
     *
     * @param query which records, with the question mark
     * @param file where it goes
     * @return the file
     */
    public Path download(String query, Path file) {
        HttpResponse<Path> response = send(
                HttpRequest.newBuilder().POST(BodyPublishers.noBody()), "/packages" + query, BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(query + ": " + response.statusCode());
        }
        return response.body();
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, String path, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(
                    request.uri(URI.create(base + path))
                            .timeout(Duration.ofMinutes(20))
                            .header("Authorization", token)
                            .build(),
                    handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
