package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much of the trail is sealed, and how far sealing is behind. */
@Component(property = MetricSource.BACKGROUND + ":Boolean=true")
public final class SealMetrics implements MetricSource {

    private static final double MILLIS = 1e3;

    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    /**
     * Asks.
     *
     * @param transactions the database
     * @param schema the trail's tables
     */
    @Activate
    public SealMetrics(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this.transactions = transactions;
    }

    @Override
    public List<Metric> metrics() {
        SealState state = transactions.call(tx -> SealState.of(tx, clock.instant()));
        return List.of(
                Metric.counter(
                        "kreiswerk_audit_sealed_records_total", "Records that a checkpoint covers.", state.sealed()),
                Metric.gauge(
                        "kreiswerk_audit_seal_lag_seconds",
                        "How long the first record that none covers has been waiting.",
                        state.since().toMillis() / MILLIS));
    }
}
