package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent.Trait;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The tables of a new version take longer than requests may wait. */
@Execution(ExecutionMode.CONCURRENT)
class SlowTablesTest {

    private static final String BASE = "/api/deployment/v1/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** On PostgreSQL it takes as long as this test wants; on H2, which has one writer at a time, longer than one waits. */
    @OnEachDatabase
    void theVersionBeforeServesMeanwhileAndTheNewOneIsTriedAgainThen(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        SampleComponent component = SampleComponent.on(platform, "biber");
        component.deploy(platform, "1.0.0", Trait.REMEMBERS);
        Client operator = platform.operator();
        boolean onServer = starter.kind() == Database.Kind.POSTGRESQL;
        String next = operator.post(
                        BASE + "components",
                        "application/zip",
                        component.archiveWith(
                                "1.1.0",
                                onServer
                                        ? "select pg_advisory_xact_lock(4711);"
                                        : "create alias biber_pause for 'java.lang.Thread.sleep(long)';\n"
                                                + "call biber_pause(16000);"))
                .is(201)
                .field("archive");
        // What calls functions of the database needs another person's approval.
        Person administrator = platform.people().administrator();
        administrator
                .send(
                        "POST",
                        BASE + "components/" + component.name() + "/versions/" + next + "/approval",
                        "application/json",
                        "",
                        "X-CSRF-Token",
                        administrator.token())
                .is(200);

        if (onServer) {
            try (Connection held = platform.database().connect(platform.data());
                    Statement statement = held.createStatement()) {
                held.setAutoCommit(false);
                statement.execute("select pg_advisory_xact_lock(4711)");
                assertGoesBack(platform, component, next);
                assertThat(component.switchTo(platform, next).path("phases").findValuesAsText("phase"))
                        .as("nobody is held as long as they are being made")
                        .doesNotContain("HOLD");
            }
        } else {
            assertGoesBack(platform, component, next);
        }

        Eventually.holds(
                "it is tried again",
                PATIENCE,
                () -> component.switchTo(platform, next).path("state").asText().equals("DONE"));
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.1.0");
    }

    private static void assertGoesBack(Platform platform, SampleComponent component, String next) {
        JsonNode undone = component.switchTo(platform, next);

        assertThat(undone.path("state").asText()).as("%s", undone).isEqualTo("UNDONE");
        assertThat(undone.path("reason").path("german").asText()).contains("Tabellen", "werden noch angelegt");
        assertThat(platform.stranger().get(component.address()).is(200).text()).isEqualTo("1.0.0");
        JsonNode now = platform.operator()
                .get(BASE + "components/" + component.name())
                .is(200)
                .json();
        assertThat(now.path("state").asText()).isEqualTo("RUNNING");
        for (JsonNode version : now.path("versions")) {
            assertThat(version.path("state").asText())
                    .as("nothing is in quarantine")
                    .isEqualTo(version.path("archive").asText().equals(next) ? "READY" : "ACTIVE");
        }
    }
}
