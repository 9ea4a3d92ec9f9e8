package de.kreiswerk.runtime.bench.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;

/** Asks for a page again and again: for how long at most did nobody get a good answer? */
final class Silence implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 30_000;
    private static final long BETWEEN_NANOS = 1_000_000;

    private final String url;
    private final Thread thread;
    private volatile boolean over;
    private volatile long longestNanos;

    Silence(String url) {
        this.url = url;
        this.thread = new Thread(this::listen, "silence");
        thread.start();
    }

    private void listen() {
        long last = System.nanoTime();
        while (!over) {
            if (answers()) {
                long now = System.nanoTime();
                longestNanos = Math.max(longestNanos, now - last);
                last = now;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                connection.disconnect();
                return false;
            }
            try (InputStream in = connection.getInputStream()) {
                in.readAllBytes();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Listens no longer. */
    double longestMillis() {
        close();
        return longestNanos / 1e6;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
