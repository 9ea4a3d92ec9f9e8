package de.kreiswerk.identity.oidc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a provider: no redirects, never longer than a few seconds, never more than a few bytes, never many at once, so that one
 * that hangs does not take the server's threads with it. A limit for each read is not enough: who sends a byte of a header
 * now and then is always in time, so each question has a thread of its own, and its caller a deadline. Without a client of its own, whose threads would stay behind when the
 * component goes.
 */
final class Fetcher {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final int LARGEST = 512 * 1024;

    private static final int CHUNK = 8 * 1024;
    private static final int FAILED = 400;

    private final int connectMillis;
    private final int readMillis;
    private final long totalNanos;
    private final Semaphore atOnce = new Semaphore(8);

    Fetcher(Duration patience) {
        this.connectMillis = (int) Math.min(3_000, patience.toMillis());
        this.readMillis = (int) Math.max(1, patience.toMillis() / 2);
        this.totalNanos = patience.toNanos();
    }

    /** What was answered. */
    record Answer(int status, String body) {}

    Answer get(String address) throws IOException {
        return exchange(address, Map.of(), null);
    }

    Answer post(String address, Map<String, String> headers, String form) throws IOException {
        return exchange(address, headers, form.getBytes(StandardCharsets.UTF_8));
    }

    private Answer exchange(String address, Map<String, String> headers, byte[] body) throws IOException {
        if (!acquired()) {
            throw new Fault(
                    "Es laufen schon zu viele Anfragen an ihn zugleich.", "too many questions are open already");
        }
        Question question;
        try {
            question = new Question(address, headers, body);
        } catch (IOException | RuntimeException e) {
            atOnce.release();
            throw e;
        }
        FutureTask<Answer> task = new FutureTask<>(() -> {
            try {
                return question.answer();
            } finally {
                atOnce.release();
            }
        });
        Thread thread = new Thread(task, "kreiswerk-oidc-question");
        thread.setDaemon(true);
        thread.start();
        return inTime(task, question);
    }

    private Answer inTime(FutureTask<Answer> task, Question question) throws IOException {
        try {
            return task.get(totalNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            question.giveUp();
            throw tooLong();
        } catch (InterruptedException e) {
            question.giveUp();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        }
    }

    private static Fault tooLong() {
        return new Fault("Er antwortet nicht rechtzeitig.", "the answer takes too long");
    }

    private boolean acquired() throws IOException {
        try {
            return atOnce.tryAcquire(totalNanos / 8, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** One question. Its thread ends soon after it is given up. */
    private final class Question {

        private final HttpURLConnection connection;
        private final Map<String, String> headers;
        private final byte[] body;
        private final long deadline = System.nanoTime() + totalNanos;
        private volatile boolean hasHeaders;

        Question(String address, Map<String, String> headers, byte[] body) throws IOException {
            this.connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            this.headers = headers;
            this.body = body;
        }

        Answer answer() throws IOException {
            try {
                connection.setConnectTimeout(connectMillis);
                connection.setReadTimeout(readMillis);
                connection.setInstanceFollowRedirects(false);
                connection.setUseCaches(false);
                connection.setRequestProperty("Accept", "application/json");
                headers.forEach(connection::setRequestProperty);
                if (body != null) {
                    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
                    connection.setDoOutput(true);
                    connection.setFixedLengthStreamingMode(body.length);
                    try (OutputStream out = connection.getOutputStream()) {
                        out.write(body);
                    }
                }
                int status = status(connection);
                hasHeaders = true;
                try (InputStream in = status >= FAILED ? connection.getErrorStream() : connection.getInputStream()) {
                    return new Answer(status, in == null ? "" : read(in, deadline));
                }
            } finally {
                connection.disconnect();
            }
        }

        /** Closes what headers are awaited from; whoever reads the rest sees that it is late. */
        void giveUp() {
            if (!hasHeaders) {
                connection.disconnect();
            }
        }
    }

    private static int status(HttpURLConnection connection) throws IOException {
        try {
            return connection.getResponseCode();
        } catch (HttpRetryException e) {
            // Java would like to ask again with other credentials; there are none.
            return e.responseCode();
        }
    }

    private static String read(InputStream in, long deadline) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            out.write(chunk, 0, length);
            if (out.size() > LARGEST) {
                throw new Fault(
                        "Seine Antwort hat mehr als " + LARGEST / 1024 + " KiB.",
                        "the answer has more than " + LARGEST / 1024 + " KiB");
            }
            // Each read has a limit of its own, but whoever sends a byte a second would never reach it.
            if (System.nanoTime() - deadline > 0) {
                throw tooLong();
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
