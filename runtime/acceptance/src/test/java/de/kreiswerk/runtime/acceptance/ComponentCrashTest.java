package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.ComponentsClient;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.testing.component.DogTax;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The platform ends at the beginning of a phase of a switch, as by kill -9. When it comes again, one version runs, the old one or the
 * new one, and it is known which and why. All phases with {@code -Pfull}, else those where most is at stake.
 */
@Execution(ExecutionMode.CONCURRENT)
class ComponentCrashTest {

    private static final List<String> PHASES = Boolean.getBoolean("kreiswerk.full")
            ? List.of("VERIFY", "POLICY", "PLAN", "STAGE", "HOLD", "STOP", "START", "CHECK", "BACK", "COMMIT", "LET_IN")
            : List.of("STOP", "LET_IN");

    /** As people read them. */
    private static final Map<String, String> STEPS = Map.of(
            "VERIFY", "Unterschrift prüfen",
            "POLICY", "Regeln des Fachbereichs prüfen",
            "PLAN", "Probelauf",
            "STAGE", "Neue Version bereitlegen",
            "HOLD", "Anfragen warten lassen",
            "STOP", "Alte Version beenden",
            "START", "Neue Version starten",
            "CHECK", "Prüfen, ob sie läuft",
            "BACK", "Alles zurücknehmen",
            "COMMIT", "Festschreiben");

    private static final String OPTIONS = "KREISWERK_JAVA_OPTS";
    private static final String USUAL = System.getProperty("kreiswerk.platform.jvm", "");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @OnOneDatabase
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void whereverASwitchIsCutOffOneVersionRunsAfterwards(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        ComponentsClient department = ComponentsClient.register(platform);
        String active = department.upload("1.0.0", "good");
        assertThat(department.ended(department.begin(active)).path("state").asText())
                .isEqualTo("DONE");
        String version = "1.0.0";
        platform.stop();
        platform.with(OPTIONS, cutOffAt(PHASES.get(0))).start();

        for (int i = 0; i < PHASES.size(); i++) {
            awaitRunning(platform, department, active, version);
            // What starts is not taken back.
            String next = department.upload("1.0." + (i + 1), PHASES.get(i).equals("BACK") ? "throws" : "good");
            beginThoughItEnds(department, next);
            platform.awaitEnd();

            boolean committed = PHASES.get(i).equals("LET_IN");
            boolean isLast = i == PHASES.size() - 1;
            platform.with(OPTIONS, isLast ? USUAL : cutOffAt(PHASES.get(i + 1))).start();
            JsonNode last = department.history().path(0);
            assertThat(last.path("to").asText()).isEqualTo(next);
            if (committed) {
                active = next;
                version = "1.0." + (i + 1);
                assertThat(last.path("state").asText()).isEqualTo("DONE");
            } else {
                Eventually.holds(
                        "the switch that was cut off is closed",
                        PATIENCE,
                        () -> department
                                .history()
                                .path(0)
                                .path("state")
                                .asText()
                                .equals("UNDONE"));
                assertThat(department.history().path(0).path("reason").toString())
                        .contains("beim Schritt „" + STEPS.get(PHASES.get(i)) + "“");
            }
        }

        awaitRunning(platform, department, active, version);
        String deadly = department.upload("2.0.0", "exits");
        beginThoughItEnds(department, deadly);
        platform.awaitEnd();
        platform.start();
        awaitRunning(platform, department, active, version);
        assertThat(states(department.component())).contains("2.0.0 QUARANTINED");
        theTrailTells(platform, "2.0.0", null, true);
        for (int i = 0; i < PHASES.size(); i++) {
            if (!PHASES.get(i).equals("LET_IN")) {
                // What is on its way back had been started as well.
                boolean ran = List.of("START", "CHECK", "BACK").contains(PHASES.get(i));
                theTrailTells(platform, "1.0." + (i + 1), PHASES.get(i), ran);
            }
        }
    }

    /** Which version was to come, which one counts instead, and why. With what ends the platform in an orderly way it may be on its way back. */
    private static void theTrailTells(Platform platform, String to, String phase, boolean quarantined) {
        JsonNode[] found = new JsonNode[1];
        Eventually.holds("the switch to " + to + " is in the trail", PATIENCE, () -> {
            for (JsonNode record : platform.people()
                    .auditor()
                    .get("/audit/log/records?limit=50&action=component.switch-undone")
                    .is(200)
                    .json()
                    .path("data")) {
                if (record.path("details").path("to").asText().equals(to)) {
                    found[0] = record.path("details");
                }
            }
            return found[0] != null;
        });
        JsonNode details = found[0];
        assertThat(details.path("from").asText()).as("%s", details).matches("1\\.0\\.[0-9]+");
        assertThat(details.path("fromArchive").asText()).hasSize(64);
        assertThat(details.path("toArchive").asText()).hasSize(64);
        assertThat(details.path("reason").asText()).isNotBlank();
        if (phase != null) {
            assertThat(details.path("phase").asText()).isEqualTo(phase);
            assertThat(details.path("reason").asText()).contains("beim Schritt „" + STEPS.get(phase) + "“");
        }
        assertThat(details.path("quarantined").asText())
                .isEqualTo(quarantined ? details.path("toArchive").asText() : "");
    }

    /** Three starts in a row are what it is given; each costs some seconds. */
    @EnabledIfSystemProperty(named = "kreiswerk.full", matches = "true")
    @OnOneDatabase
    void whatEndsThePlatformAtEachStartIsNotStartedAnyMore(Starter starter) throws Exception {
        Platform platform = starter.start("--no-demo");
        ComponentsClient department = ComponentsClient.register(platform);
        String good = department.upload("1.0.0", "good");
        department.ended(department.begin(good));
        department.ended(department.begin(department.upload("2.0.0", "fatal")));
        platform.stop();

        platform.with(OPTIONS, USUAL + " -D" + DogTax.FATAL + "=yes");
        for (int i = 0; i < 3; i++) {
            platform.startAndAwaitEnd();
        }
        platform.start();

        awaitRunning(platform, department, good, "1.0.0");
        assertThat(states(department.component())).contains("2.0.0 QUARANTINED");
        assertThat(department.history().path(0).path("kind").asText()).isEqualTo("ROLLBACK");
    }

    /** The first phases may end it before it has answered. */
    private static void beginThoughItEnds(ComponentsClient department, String archive) {
        try {
            department.begin(archive);
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("/switch");
        }
    }

    /** Only a switch gets there; what a start does about the one before does not. */
    private static String cutOffAt(String phase) {
        return USUAL + " -Dkreiswerk.failpoint=" + phase;
    }

    private static void awaitRunning(Platform platform, ComponentsClient department, String active, String version) {
        Eventually.holds(
                version + " runs",
                PATIENCE,
                () -> platform.stranger().get("/ordnung/hund").text().equals("Hundesteuer " + version)
                        && department.component().path("state").asText().equals("RUNNING"));
        JsonNode component = department.component();
        assertThat(component.path("active").asText()).isEqualTo(active);
        assertThat(states(component).stream().filter(state -> state.endsWith(" ACTIVE")))
                .containsExactly(version + " ACTIVE");
    }

    private static List<String> states(JsonNode component) {
        List<String> states = new ArrayList<>();
        component
                .path("versions")
                .forEach(each -> states.add(
                        each.path("version").asText() + " " + each.path("state").asText()));
        return states;
    }
}
