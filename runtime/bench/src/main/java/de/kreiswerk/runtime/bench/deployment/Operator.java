package de.kreiswerk.runtime.bench.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a platform with the operator's token. Whatever is no good answer is a failure. */
final class Operator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAILED = 300;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PlatformProcess platform;

    Operator(PlatformProcess platform) {
        this.platform = platform;
    }

    /** The body may be null. */
    JsonNode ask(String method, String path, Object body) {
        try {
            byte[] json = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
            String answer = send(method, path, "application/json", json);
            return JSON.readTree(answer.isEmpty() ? "{}" : answer);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    String send(String method, String path, String type, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.url() + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + platform.token())
                .header("Content-Type", type)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= FAILED) {
                throw new IllegalStateException(
                        request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }
}
