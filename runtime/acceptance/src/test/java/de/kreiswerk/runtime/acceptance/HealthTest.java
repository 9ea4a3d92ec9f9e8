package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What a supervisor asks: does it live, does it serve. */
class HealthTest {

    @OnEachDatabase
    void livingPlatformSaysSo(Platform platform) {
        Reply live = platform.stranger().get("/health/live").is(200);

        assertThat(live.header("Content-Type")).startsWith("application/json");
        assertThat(live.field("status")).isEqualTo("OK");
        assertThat(live.header("Cache-Control")).contains("no-store");
    }

    @OnEachDatabase
    void readyPlatformNamesEverythingItChecked(Platform platform) {
        AtomicReference<JsonNode> ready = new AtomicReference<>();
        // On a busy machine a check may take longer than it is waited for.
        Eventually.holds(() -> "all checks are good: " + ready.get(), Duration.ofSeconds(60), () -> {
            ready.set(platform.stranger().get("/health/ready").json());
            return Set.copyOf(ready.get().findValuesAsText("status")).equals(Set.of("OK"));
        });

        assertThat(ready.get().path("checks").findValuesAsText("name"))
                .contains("bundles", "components", "database", "sequencer");
    }

    @OnEachDatabase
    void messagesOfTheChecksAreForTheOperatorOnly(Platform platform) {
        for (JsonNode check : platform.stranger().get("/health/ready").json().path("checks")) {
            assertThat(check.has("message")).isFalse();
        }
        for (JsonNode check : platform.operator().get("/health/ready").json().path("checks")) {
            assertThat(check.path("message").asText()).isNotBlank();
        }
    }
}
