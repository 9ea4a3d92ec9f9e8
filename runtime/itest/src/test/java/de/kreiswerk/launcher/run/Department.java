package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.runtime.testing.component.DogTaxArchive;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A department that deploys over REST, as its pipeline would. */
final class Department {

    static final String COMPONENT = DogTaxArchive.NAME;
    private static final String API = "/api/deployment/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Container container;
    private final SignerKey key;

    private Department(Container container, SignerKey key) {
        this.container = container;
        this.key = key;
    }

    /** With a key and the right to deploy. */
    static Department register(Container container) throws Exception {
        SignerKey key = SignerKey.generate("ordnung.lueneburg.example", new SecureRandom());
        Department department = new Department(container, key);
        String id = department
                .send(
                        "POST",
                        "/api/identity/v1/departments",
                        Map.of("shortName", "Ordnung", "name", "Fachdienst Ordnung"),
                        201)
                .path("id")
                .asText();
        department.send(
                "PUT",
                API + "/departments/" + id + "/grant",
                Map.of(
                        "namespace",
                        "de.lueneburg.ordnung",
                        "path",
                        "ordnung",
                        "wants",
                        List.of("THREADS", "EXIT", "FRAMEWORK"),
                        "imports",
                        List.of()),
                200);
        department.send(
                "POST",
                API + "/signers",
                Map.of(
                        "department",
                        id,
                        "label",
                        "Werkstatt",
                        "key",
                        key.verifier().text()),
                201);
        return department;
    }

    /** Uploads a version that behaves in some way; its archive's hash. */
    String upload(String version, String behaviour) throws Exception {
        return upload(DogTaxArchive.of(version, behaviour, key));
    }

    /** Uploads a version that brings configurations along, an object with PIDs; its archive's hash. */
    String upload(String version, String behaviour, String configurations) throws Exception {
        return upload(DogTaxArchive.configured(version, behaviour, configurations, key));
    }

    private String upload(Archive archive) throws Exception {
        HttpResponse<String> answer = http.send(
                request(API + "/components")
                        .header("Content-Type", "application/zip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(archive.bytes()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        assertThat(JSON.readTree(answer.body()).path("state").asText())
                .as(answer.body())
                .isEqualTo("READY");
        return archive.sha256();
    }

    /** Switches and waits for the end. */
    JsonNode switchTo(String archive) throws Exception {
        return await(begin(archive));
    }

    /** Begins to switch; the switch's id. */
    String begin(String archive) throws Exception {
        return send("POST", path("/versions/" + archive + "/switch"), null, 202)
                .path("id")
                .asText();
    }

    /** Begins to switch, and says at once that it is not wanted any more. */
    JsonNode switchToAndCancel(String archive) throws Exception {
        String id = begin(archive);
        send("POST", API + "/switches/" + id + "/cancellation", null, 202);
        return await(id);
    }

    JsonNode last() throws Exception {
        return send("GET", path("/switches"), null, 200).path("data").path(0);
    }

    JsonNode rollback() throws Exception {
        return await(send("POST", path("/rollback"), null, 202).path("id").asText());
    }

    JsonNode remove() throws Exception {
        return await(send("DELETE", path(""), null, 202).path("id").asText());
    }

    JsonNode component() throws Exception {
        return send("GET", path(""), null, 200);
    }

    private static String path(String below) {
        return API + "/components/" + COMPONENT + below;
    }

    JsonNode await(String id) throws Exception {
        for (int i = 0; i < 4; i++) {
            JsonNode now = send("GET", API + "/switches/" + id + "?wait=60", null, 200);
            if (!now.path("state").asText().equals("RUNNING")) {
                return now;
            }
        }
        throw new AssertionError("The switch does not end");
    }

    JsonNode send(String method, String path, Object body, int status) throws Exception {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(status);
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(container.url() + path))
                .timeout(Duration.ofSeconds(100))
                .header("Authorization", "Bearer " + container.token());
    }
}
