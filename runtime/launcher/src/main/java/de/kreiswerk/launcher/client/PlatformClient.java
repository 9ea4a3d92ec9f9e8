package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Speaks REST with a running platform. */
public final class PlatformClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(10);

    /** More than any answer about a single paper; what answers more is not a Kreiswerk. */
    private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

    private static final String TEXTS = "/api/platform/v1/texts/";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final Access access;
    private final Language language;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Speaks with a platform.
     *
     * @param access where it is and what opens it
     * @param language the language that it is to answer in
     */
    public PlatformClient(Access access, Language language) {
        this.access = access;
        this.language = language;
    }

    Answer importText(Path file, String mediaType, boolean publish) throws Refusal, IOException, InterruptedException {
        HttpRequest.Builder request = request("papers/import?publish=" + publish)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofFile(file));
        return send(request);
    }

    Answer findByReference(String reference) throws Refusal, IOException, InterruptedException {
        return send(request("papers?reference=" + encoded(reference)).GET());
    }

    Answer paper(String id) throws Refusal, IOException, InterruptedException {
        return send(request("papers/" + encoded(id)).GET());
    }

    Answer change(String id, String change, String etag) throws Refusal, IOException, InterruptedException {
        HttpRequest.Builder request =
                request("papers/" + encoded(id) + "/" + change).POST(HttpRequest.BodyPublishers.noBody());
        return send(ifMatch(request, etag));
    }

    Answer attach(String id, int number, Path file, String mediaType, String etag)
            throws Refusal, IOException, InterruptedException {
        String fileName = encoded(file.getFileName().toString());
        HttpRequest.Builder request = request(
                        "papers/" + encoded(id) + "/attachments/" + number + "?fileName=" + fileName)
                .header("Content-Type", mediaType)
                .PUT(HttpRequest.BodyPublishers.ofFile(file));
        return send(ifMatch(request, etag));
    }

    /** The answer's body is the text, as one string. */
    Answer text(String name) throws Refusal, IOException, InterruptedException {
        return send(at(TEXTS + encoded(name)).GET());
    }

    Answer replaceText(String name, Path file, String etag) throws Refusal, IOException, InterruptedException {
        HttpRequest.Builder request = at(TEXTS + encoded(name))
                .header("Content-Type", "text/markdown; charset=utf-8")
                .PUT(HttpRequest.BodyPublishers.ofFile(file));
        return send(ifMatch(request, etag));
    }

    /** Makes a backup and reads it into a file as it comes. The answer's body is empty when that was done. */
    Answer backup(Path file) throws Refusal, IOException, InterruptedException {
        HttpRequest.Builder request = at("/api/platform/v1/backups").POST(HttpRequest.BodyPublishers.noBody());
        // Into the file as it is: one that was made anew could be read by others.
        return send(request, body -> {
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
                body.transferTo(out);
            }
        });
    }

    /**
     * Asks for something, or for something to be done, without sending a body.
     *
     * @param method the HTTP method
     * @param path an address on the platform that begins with {@code /api/}, its parts encoded
     * @param etag the ETag that was seen, null to do it in any case
     * @return the answer
     * @throws Refusal when the platform does not answer, or what answers is none
     * @throws IOException when the connection breaks off
     * @throws InterruptedException when the command is to end
     */
    public Answer call(String method, String path, String etag) throws Refusal, IOException, InterruptedException {
        return send(ifMatch(at(path).method(method, HttpRequest.BodyPublishers.noBody()), etag));
    }

    /**
     * Sends a file.
     *
     * @param path an address on the platform that begins with {@code /api/}
     * @param file the file
     * @param mediaType its media type
     * @return the answer
     * @throws Refusal when the platform does not answer, or what answers is none
     * @throws IOException when the connection breaks off
     * @throws InterruptedException when the command is to end
     */
    public Answer upload(String path, Path file, String mediaType) throws Refusal, IOException, InterruptedException {
        return send(at(path).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofFile(file)));
    }

    URI base() {
        return access.base();
    }

    private HttpRequest.Builder request(String path) {
        return at("/api/proposals/v1/" + path);
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(access.base() + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", access.authorization())
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", language.tag());
    }

    private static HttpRequest.Builder ifMatch(HttpRequest.Builder request, String etag) {
        return etag == null ? request : request.header("If-Match", etag);
    }

    /**
     * A part of an address.
     *
     * @param text any text
     * @return the same, so that it is one part
     */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(HttpRequest.Builder request) throws Refusal, IOException, InterruptedException {
        return send(request, null);
    }

    private Answer send(HttpRequest.Builder request, Download download)
            throws Refusal, IOException, InterruptedException {
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (download != null && response.statusCode() == OK) {
                    download.read(body);
                    return new Answer(OK, null, json.createObjectNode());
                }
                return new Answer(
                        response.statusCode(),
                        response.headers().firstValue("ETag").orElse(null),
                        body(response, body.readNBytes(MAX_ANSWER_BYTES)));
            }
        } catch (ConnectException e) {
            throw notRunning();
        } catch (HttpTimeoutException e) {
            throw Refusal.failed(
                    "Kreiswerk antwortet unter " + access.base() + " nicht in angemessener Zeit.",
                    "Kreiswerk at " + access.base() + " does not answer in a reasonable time.");
        }
    }

    /** What is done with an answer that may be larger than memory. */
    private interface Download {

        void read(InputStream body) throws IOException;
    }

    private Refusal notRunning() {
        return Refusal.failed(
                "Unter " + access.base() + " läuft kein Kreiswerk; starten Sie es mit „kreiswerk run“.",
                "No Kreiswerk is running at " + access.base() + "; start it with 'kreiswerk run'.");
    }

    private JsonNode body(HttpResponse<?> response, byte[] body) throws Refusal, IOException {
        if (response.statusCode() == NO_CONTENT) {
            return json.createObjectNode();
        }
        boolean markdown = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/markdown"))
                .isPresent();
        return markdown
                ? TextNode.valueOf(new String(body, StandardCharsets.UTF_8))
                : parsed(response.statusCode(), body);
    }

    private JsonNode parsed(int status, byte[] body) throws Refusal, IOException {
        try {
            JsonNode node = json.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw foreign(status);
        }
        throw foreign(status);
    }

    private Refusal foreign(int status) {
        return Refusal.failed(
                "Was unter " + access.base() + " antwortet, ist kein Kreiswerk (Status " + status + ").",
                "What answers at " + access.base() + " is not a Kreiswerk (status " + status + ").");
    }
}
