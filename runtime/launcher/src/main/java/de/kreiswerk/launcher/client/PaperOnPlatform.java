package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;

/**
 * A paper as the platform has it right now.
 *
 * @param id its id
 * @param etag its entity tag: a change goes through only if nobody else changed the paper since
 */
record PaperOnPlatform(String id, String etag) {

    static PaperOnPlatform find(String reference, PlatformClient client, Terminal terminal)
            throws Refusal, IOException, InterruptedException {
        Answer found = succeeded(reference, client.findByReference(reference), terminal);
        for (JsonNode paper : found.body().path("data")) {
            if (paper.path("reference").asText().equals(reference)) {
                String id = paper.path("id").asText();
                return new PaperOnPlatform(
                        id, succeeded(reference, client.paper(id), terminal).etag());
            }
        }
        throw Refusal.failed(
                "Eine Vorlage " + reference + " gibt es nicht.", "There is no proposal " + reference + ".");
    }

    static Answer succeeded(String reference, Answer answer, Terminal terminal) throws Refusal {
        if (!answer.isSuccess()) {
            throw new Problems(terminal).refusal(reference, answer);
        }
        return answer;
    }
}
