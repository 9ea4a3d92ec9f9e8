package de.kreiswerk.runtime.bench.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client of one server, with one connection that stays. */
public final class Web {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * Asks.
     *
     * @param url the address
     * @return the body of a good answer; anything else is a failure
     */
    public byte[] get(String url) {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(url)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + " is answered with " + answer.statusCode());
        }
        return answer.body();
    }

    /**
     * Has something done.
     *
     * @param url the address
     * @param token of who wants it
     */
    public void post(String url, String token) {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(url + " is answered with " + answer.statusCode());
        }
    }

    JsonNode json(String url) {
        return json(get(url));
    }

    JsonNode json(byte[] bytes) {
        try {
            return mapper.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
