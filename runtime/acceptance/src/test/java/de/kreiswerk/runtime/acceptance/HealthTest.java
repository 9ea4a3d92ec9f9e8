package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.util.Set;
import java.util.TreeSet;

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
        Reply ready = platform.stranger().get("/health/ready").is(200);
        Set<String> names = new TreeSet<>();
        for (JsonNode check : ready.json().path("checks")) {
            assertThat(check.path("status").asText()).isEqualTo("OK");
            names.add(check.path("name").asText());
        }

        assertThat(ready.field("status")).isEqualTo("OK");
        assertThat(names).contains("bundles", "components", "database", "sequencer");
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
