package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import de.kreiswerk.launcher.client.Access;
import de.kreiswerk.launcher.client.Answer;
import de.kreiswerk.launcher.client.PlatformClient;
import de.kreiswerk.launcher.client.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The components of a running platform, over REST. What the platform refuses ends the command with its words. */
final class Deployment {

    private static final String BASE = "/api/deployment/v1/";

    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    /** The platform's own limit. It says so itself in the same words, unless it hangs up while the file is being sent. */
    private static final long MAX_ARCHIVE_BYTES = 100L * 1024 * 1024;

    private final PlatformClient client;
    private final Terminal terminal;

    private Deployment(PlatformClient client, Terminal terminal) {
        this.client = client;
        this.terminal = terminal;
    }

    static Deployment of(Options options, Terminal terminal) throws Refusal {
        return new Deployment(new PlatformClient(Access.find(options, terminal), terminal.language()), terminal);
    }

    JsonNode all() throws Refusal, IOException, InterruptedException {
        return succeeded("component", client.call("GET", BASE + "components", null))
                .body()
                .path("data");
    }

    /** The component, with what If-Match takes. */
    Answer component(String name) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("GET", at(name), null));
    }

    JsonNode upload(Path file) throws Refusal, IOException, InterruptedException {
        String name = file.getFileName().toString();
        try {
            return succeeded(name, client.upload(BASE + "components", file, "application/zip"))
                    .body();
        } catch (IOException e) {
            if (Files.size(file) > MAX_ARCHIVE_BYTES) {
                throw Refusal.failed(
                        name + ": Das Archiv ist größer als 100 MiB.", name + ": the archive is larger than 100 MiB.");
            }
            throw e;
        }
    }

    JsonNode plan(String name, String archive) throws Refusal, IOException, InterruptedException {
        String path = archive == null ? at(name) + "/plan-of-removal" : version(name, archive) + "/plan";
        return succeeded(name, client.call("GET", path, null)).body();
    }

    JsonNode planOfRollback(String name) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("GET", at(name) + "/plan-of-rollback", null))
                .body();
    }

    JsonNode approve(String name, String archive) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("POST", version(name, archive) + "/approval", null))
                .body();
    }

    /** Begins; the switch. */
    JsonNode switchTo(String name, String archive, String etag) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("POST", version(name, archive) + "/switch", etag))
                .body();
    }

    /** Begins; the switch. */
    JsonNode rollback(String name, String etag) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("POST", at(name) + "/rollback", etag))
                .body();
    }

    /** Begins; the switch. */
    JsonNode remove(String name, String etag) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("DELETE", at(name), etag)).body();
    }

    /** Begins; the switch. */
    JsonNode removeWithData(String name, String etag) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("DELETE", at(name) + "?data=delete", etag))
                .body();
    }

    JsonNode belongings(String name) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("GET", at(name) + "/belongings", null))
                .body();
    }

    /** The component, empty when it is not there. */
    Optional<JsonNode> find(String name) throws Refusal, Away, InterruptedException {
        return there(name, asked(name, at(name)));
    }

    /** A component's switch, at the latest after some seconds; empty when it is not there. */
    Optional<JsonNode> findChange(String name, String id, int seconds) throws Refusal, Away, InterruptedException {
        return there(name, asked(name, change(id, seconds)));
    }

    private Optional<JsonNode> there(String subject, Answer answer) throws Refusal {
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(succeeded(subject, answer).body());
    }

    /** What may be over in a moment is told apart from what the platform refuses. */
    private Answer asked(String subject, String path) throws Away, InterruptedException {
        Answer answer;
        try {
            answer = client.call("GET", path, null);
        } catch (IOException e) {
            throw new Away(Terminal.reason(e));
        } catch (Refusal e) {
            throw new Away(e.sentence(terminal.language()));
        }
        if (answer.status() == UNAVAILABLE) {
            throw new Away(new Problems(terminal).refusal(subject, answer).sentence(terminal.language()));
        }
        return answer;
    }

    JsonNode history(String name) throws Refusal, IOException, InterruptedException {
        return succeeded(name, client.call("GET", at(name) + "/switches", null))
                .body()
                .path("data");
    }

    void cancel(String name, String id) throws Refusal, IOException, InterruptedException {
        String path = BASE + "switches/" + PlatformClient.encoded(id) + "/cancellation";
        succeeded(name, client.call("POST", path, null));
    }

    /** A component's switch, at the latest after some seconds. */
    JsonNode change(String name, String id, int seconds) throws Refusal, Away, InterruptedException {
        return succeeded(name, asked(name, change(id, seconds))).body();
    }

    private static String change(String id, int seconds) {
        return BASE + "switches/" + PlatformClient.encoded(id) + "?wait=" + seconds;
    }

    private Answer succeeded(String subject, Answer answer) throws Refusal {
        if (!answer.isSuccess()) {
            throw new Problems(terminal).refusal(subject, answer);
        }
        return answer;
    }

    private static String at(String name) {
        return BASE + "components/" + PlatformClient.encoded(name);
    }

    private static String version(String name, String archive) {
        return at(name) + "/versions/" + PlatformClient.encoded(archive);
    }
}
