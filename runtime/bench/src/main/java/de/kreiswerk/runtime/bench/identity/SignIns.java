package de.kreiswerk.runtime.bench.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Many who sign in at once, each from an address of their own. Their names are unknown, which costs the platform the same hash as a
 * right password. Who is told to come back does, until there is an answer.
 */
final class SignIns implements AutoCloseable {

    private static final int FIRST_ADDRESS = 10;
    private static final int ADDRESSES = 200;
    private static final int REFUSED = 422;
    private static final int BUSY = 503;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final ExecutorService people;
    private final List<Future<Integer>> answers = new ArrayList<>();

    /** Lets them begin. */
    SignIns(String url, int count) {
        this.people = Executors.newFixedThreadPool(count);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < count; i++) {
            int person = i;
            answers.add(people.submit(() -> signIn(client, url, person)));
        }
    }

    private static int signIn(HttpClient client, String url, int person) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/anmelden"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "10.20." + person / ADDRESSES + "." + (FIRST_ADDRESS + person % ADDRESSES))
                .POST(HttpRequest.BodyPublishers.ofString("name=person" + person + "&kennwort=bench+is+not+a+password"))
                .build();
        long begin = System.nanoTime();
        int busy = 0;
        while (System.nanoTime() - begin < PATIENCE_NANOS) {
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != BUSY) {
                if (answer.statusCode() != REFUSED) {
                    throw new IllegalStateException("A sign-in is answered with " + answer.statusCode());
                }
                return busy;
            }
            busy++;
            TimeUnit.MILLISECONDS.sleep(answer.headers()
                            .firstValue("Retry-After")
                            .map(Long::valueOf)
                            .orElse(1L)
                    * 1_000);
        }
        throw new IllegalStateException("Nobody answered a sign-in for two minutes");
    }

    /** Waits until all have an answer; how often they were told to come back. */
    int awaitAll() {
        try {
            int busy = 0;
            for (Future<Integer> answer : answers) {
                busy += answer.get();
            }
            return busy;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whether somebody still waits for an answer. */
    boolean isGoingOn() {
        return answers.stream().anyMatch(answer -> !answer.isDone());
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
