package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /metrics}: what whoever watches the platform collects. */
class MetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINE = Pattern.compile(
            "# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*})? (-?[0-9.E-]+|NaN)");

    @OnEachDatabase
    void figuresAreForThoseWhoMay(Platform platform) {
        platform.bearer("falsch").get("/metrics").is(401);
        assertThat(platform.stranger().get("/metrics").status()).isIn(303, 401);

        // Some are asked in the background, for the first time when the platform has started.
        Eventually.holds(
                "all have told their figures",
                PATIENCE,
                () -> platform.operator().get("/metrics").text().contains("kreiswerk_metric_sources_silent 0\n"));
        Reply metrics = platform.operator().get("/metrics").is(200);

        assertThat(metrics.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.header("Cache-Control")).contains("no-store");
        assertThat(metrics.text().lines()).allMatch(line -> LINE.matcher(line).matches());
        assertThat(metrics.text())
                .contains(
                        "kreiswerk_info{",
                        "kreiswerk_db_connections_active ",
                        "kreiswerk_audit_sequencer_lag_seconds ",
                        "jvm_memory_used_bytes{area=\"heap\"} ",
                        "jvm_gc_collection_seconds_count{",
                        "jvm_threads_current ",
                        "jvm_classes_currently_loaded ",
                        "kreiswerk_metric_sources_silent 0\n");
    }

    @OnEachDatabase
    void aTokenForTheFiguresReadsNothingElse(Platform platform) {
        String expires = Instant.now().plus(30, ChronoUnit.DAYS).toString();
        String secret = platform.operator()
                .post(
                        "/api/identity/v1/tokens",
                        "application/json",
                        "{\"name\":\"Überwachung\",\"permissions\":[\"platform.metrics\"],\"expires\":\"" + expires
                                + "\"}")
                .is(201)
                .field("secret");

        platform.bearer(secret).get("/metrics").is(200);
        for (String path : List.of("/admin", "/api/proposals/v1/papers", "/api/identity/v1/accounts")) {
            assertThat(Problem.of(platform.bearer(secret).get(path, "Accept", "application/json"), 403)
                            .code())
                    .as(path)
                    .isEqualTo("permission-missing");
        }
    }

    @OnEachDatabase
    void requestsAreCountedByTheirAreaAndNeverByTheirAddress(Platform platform) {
        long before = platform.answers("/vorlagen", 200);
        long missed = platform.answers("none", 404);

        // The same answer twice: made, and kept.
        platform.stranger().get("/vorlagen?jahr=1999").is(200);
        platform.stranger().get("/vorlagen?jahr=1999").is(200);
        platform.stranger().get("/gibt-es-nicht-4711").is(404);

        // An answer is counted when it has gone, and may be read before that.
        Eventually.holds(
                "all are counted",
                PATIENCE,
                () -> platform.answers("/vorlagen", 200) >= before + 2 && platform.answers("none", 404) >= missed + 1);
        assertThat(platform.operator().get("/metrics").text()).doesNotContain("gibt-es-nicht", "jahr");
    }
}
