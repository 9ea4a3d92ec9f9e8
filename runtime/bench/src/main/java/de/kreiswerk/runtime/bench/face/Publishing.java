package de.kreiswerk.runtime.bench.face;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Publishes over REST, as an office does. */
final class Publishing {

    private static final String API = "/api/proposals/v1/papers/";

    private final Web web = new Web();
    private final String url;
    private final String token;

    Publishing(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Imports and publishes; gives the paper's id. */
    String publish(String text) {
        JsonNode answer = sent(request("import?publish=true")
                .header("Content-Type", "text/markdown; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
        if (!answer.path("published").asBoolean()) {
            throw new IllegalStateException("The paper was not published: " + answer);
        }
        return answer.path("id").asText();
    }

    /** Adds the bytes of an attachment that the text names. */
    void attach(String paper, int number, String fileName, byte[] bytes) {
        sent(request(paper + "/attachments/" + number + "?fileName=" + fileName)
                .header("Content-Type", "application/pdf")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + API + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode sent(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = web.send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("The platform answers " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return web.json(answer.body());
    }
}
