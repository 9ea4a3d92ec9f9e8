package de.kreiswerk.runtime.bench.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import de.kreiswerk.runtime.testing.component.DogTaxArchive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A department that deploys over REST. */
final class Deployer {

    static final String PAGE = "/ordnung/hund";
    private static final String API = "/api/deployment/v1";
    private static final String COMPONENT = API + "/components/" + DogTaxArchive.NAME;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PlatformProcess platform;
    private final SignerKey key;

    /** With a key and the right to deploy. */
    Deployer(PlatformProcess platform) {
        this.platform = platform;
        try {
            this.key = SignerKey.generate("ordnung.lueneburg.example", new SecureRandom());
        } catch (BadKey e) {
            throw new IllegalStateException(e);
        }
        String department = ask(
                        "POST",
                        "/api/identity/v1/departments",
                        Map.of("shortName", "Ordnung", "name", "Fachdienst Ordnung"))
                .path("id")
                .asText();
        ask(
                "PUT",
                API + "/departments/" + department + "/grant",
                Map.of(
                        "namespace",
                        "de.lueneburg.ordnung",
                        "path",
                        "ordnung",
                        "wants",
                        List.of("THREADS", "EXIT", "FRAMEWORK")));
        ask(
                "POST",
                API + "/signers",
                Map.of(
                        "department",
                        department,
                        "label",
                        "Werkstatt",
                        "key",
                        key.verifier().text()));
    }

    /** Uploads a version; its archive's hash. */
    String upload(String version) {
        try {
            Archive archive = DogTaxArchive.of(version, "good", key);
            send(request(API + "/components")
                    .header("Content-Type", "application/zip")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(archive.bytes())));
            return archive.sha256();
        } catch (Exception e) {
            throw new IllegalStateException("The component cannot be made", e);
        }
    }

    /** Switches, and returns when that has ended well. */
    void switchTo(String archive) {
        String id = ask("POST", COMPONENT + "/versions/" + archive + "/switch", null)
                .path("id")
                .asText();
        JsonNode ended = ask("GET", API + "/switches/" + id + "?wait=60", null);
        if (!ended.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("A switch ended otherwise: " + ended);
        }
    }

    private JsonNode ask(String method, String path, Object body) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        answer.request().uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(platform.url() + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + platform.token());
    }
}
