package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.ComponentsClient;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.testing.component.DogTax;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two nodes of one platform: what is switched on one is followed by the other, and what does not work on one is taken back on both. */
@Execution(ExecutionMode.CONCURRENT)
class ComponentNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The embedded database belongs to one node. */
    @OnOneDatabase
    void theOtherNodeFollowsAndWhatFailsThereIsTakenBackEverywhere(Starter starter) throws Exception {
        Platform first = starter.startOn(Database.Kind.POSTGRESQL, Settings.of("--no-demo"));
        String options = System.getProperty("kreiswerk.platform.jvm", "") + " -D" + DogTax.UNWELCOME + "=yes";
        Platform second = starter.beside(first, Settings.of("--no-demo").with(Map.of("KREISWERK_JAVA_OPTS", options)));
        ComponentsClient department = ComponentsClient.register(first);

        switched(department, "1.0.0", "good");
        answers(second, "1.0.0");
        try (Readers readers = new Readers(second)) {
            switched(department, "1.1.0", "good");
            answers(second, "1.1.0");
            assertThat(readers.failed()).isZero();
        }
        Eventually.holds(
                "both say what they run",
                PATIENCE,
                () -> department.nodes().findValuesAsText("version").equals(List.of("1.1.0", "1.1.0")));

        String choosy = switched(department, "1.2.0", "choosy");
        Eventually.holds(
                "it is taken back",
                PATIENCE,
                () -> department.history().path(0).path("kind").asText().equals("ROLLBACK")
                        && department.history().path(0).path("state").asText().equals("DONE"));
        JsonNode back = department.history().path(0);
        assertThat(back.path("toVersion").asText()).isEqualTo("1.1.0");
        assertThat(back.path("reason").path("german").asText()).contains("anderen Knoten", "not on this node");
        answers(first, "1.1.0");
        answers(second, "1.1.0");
        List<String> quarantined = new ArrayList<>();
        department.component().path("versions").forEach(version -> {
            if (version.path("state").asText().equals("QUARANTINED")) {
                quarantined.add(version.path("archive").asText());
            }
        });
        assertThat(quarantined).containsExactly(choosy);

        assertThat(department.ended(department.remove()).path("state").asText()).isEqualTo("DONE");
        Eventually.holds(
                "the other node has removed it",
                PATIENCE,
                () -> second.stranger().get("/ordnung/hund").status() == 404);
    }

    private static String switched(ComponentsClient department, String version, String behaviour) throws Exception {
        String archive = department.upload(version, behaviour);
        JsonNode ended = department.ended(department.begin(archive));
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DONE");
        return archive;
    }

    private static void answers(Platform node, String version) {
        Eventually.holds(
                version + " answers on " + node.url(),
                PATIENCE,
                () -> node.stranger().get("/ordnung/hund").text().equals("Hundesteuer " + version));
    }

    /** Somebody who asks again and again. */
    private static final class Readers implements AutoCloseable {

        private final AtomicBoolean running = new AtomicBoolean(true);
        private final AtomicInteger failed = new AtomicInteger();
        private final CompletableFuture<Void> each;

        Readers(Platform node) {
            Client stranger = node.stranger();
            this.each = CompletableFuture.runAsync(
                    () -> {
                        while (running.get()) {
                            if (stranger.get("/ordnung/hund").status() != 200) {
                                failed.incrementAndGet();
                            }
                        }
                    },
                    task -> new Thread(task).start());
        }

        int failed() {
            running.set(false);
            each.join();
            return failed.get();
        }

        @Override
        public void close() {
            failed();
        }
    }
}
