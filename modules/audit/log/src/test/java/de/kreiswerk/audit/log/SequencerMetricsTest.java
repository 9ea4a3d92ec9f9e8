package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequencerMetricsTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void howFarNumberingIsBehindIsTold(Engine engine) {
        try (TestDatabase database =
                new TestDatabase(engine, "audit_log", "/db/migration/V1__trail.sql", "/db/migration/V2__tree.sql")) {
            assertThat(figures(database))
                    .containsEntry("kreiswerk_audit_pending_records", 0.0)
                    .containsEntry("kreiswerk_audit_sequencer_lag_seconds", 0.0)
                    .containsEntry("kreiswerk_audit_records_total", 0.0);

            database.execute("insert into audit_record (id, recorded, area, action, object_type, object_id, canonical)"
                    + " values ('id', timestamp with time zone '2026-03-01 11:59:58+00', 'a', 'b', 'c', 'd', '{}')");
            database.execute("insert into audit_pending (ticket) select max(ticket) from audit_record");
            database.execute("insert into audit_order (seq, ticket) values (41, 4711)");

            assertThat(figures(database))
                    .containsEntry("kreiswerk_audit_pending_records", 1.0)
                    .containsEntry("kreiswerk_audit_sequencer_lag_seconds", 2.0)
                    .containsEntry("kreiswerk_audit_records_total", 41.0);
        }
    }

    private static Map<String, Double> figures(TestDatabase database) {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        return new SequencerMetrics(database.transactions, clock)
                .metrics().stream()
                        .collect(Collectors.toMap(
                                Metric::name, metric -> metric.samples().get(0).value()));
    }
}
