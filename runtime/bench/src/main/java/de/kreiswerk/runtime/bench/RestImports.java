package de.kreiswerk.runtime.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Imports papers as a client of the platform does, and publishes them. */
final class RestImports {

    private final URI address;
    private final String token;
    private final List<HttpClient> clients = new ArrayList<>();
    private List<String> texts = List.of();

    RestImports(String url, String token, int clients) {
        this.address = URI.create(url + "/api/proposals/v1/papers/import?publish=true");
        this.token = token;
        for (int i = 0; i < clients; i++) {
            this.clients.add(
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        }
    }

    /** Writes the texts of the next round, so that writing them does not count. */
    void prepare(int papers, int first) {
        List<String> next = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            next.add(Vorlagen.text(first + i));
        }
        texts = next;
    }

    void importPaper(int client, int piece) throws IOException, InterruptedException {
        HttpResponse<String> answer = clients.get(client)
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/markdown; charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(texts.get(piece)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201 || !answer.body().contains("\"published\":true")) {
            throw new IllegalStateException("An import was answered with " + answer.statusCode() + " " + answer.body());
        }
    }
}
