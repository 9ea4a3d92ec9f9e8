package de.kreiswerk.runtime.bench.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads one large answer after the other into the same memory. {@link Web} copies each of them twice and leaves both copies to its
 * collector; on the same two cores that took a third of the time of the faster server.
 */
final class PlainClient {

    private static final int BEGINNING = 1024 * 1024;

    private byte[] bytes = new byte[BEGINNING];
    private int length;

    /** Asks, and keeps the body of a good answer until the next one. Anything else is a failure. */
    void get(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException(url + " is answered with " + connection.getResponseCode());
            }
            try (InputStream body = connection.getInputStream()) {
                read(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(InputStream body) throws IOException {
        length = 0;
        int read = 0;
        while (read >= 0) {
            length += read;
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, length * 2);
            }
            read = body.read(bytes, length, bytes.length - length);
        }
    }

    /** The last part of the answer. */
    String end(int atMost) {
        int from = Math.max(0, length - atMost);
        return new String(bytes, from, length - from, StandardCharsets.UTF_8);
    }

    /** How often a text is in the answer. */
    int count(byte[] text) {
        int found = 0;
        for (int i = 0; i <= length - text.length; i++) {
            if (bytes[i] == text[0] && Arrays.equals(bytes, i, i + text.length, text, 0, text.length)) {
                found++;
            }
        }
        return found;
    }
}
