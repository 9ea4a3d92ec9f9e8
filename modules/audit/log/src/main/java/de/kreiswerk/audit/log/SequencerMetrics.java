package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far numbering is behind, and how long the trail is. */
@Component(property = MetricSource.BACKGROUND + ":Boolean=true")
public final class SequencerMetrics implements MetricSource {

    private static final double MILLIS = 1e3;

    private final Transactions transactions;
    private final Clock clock;

    /**
     * Asks.
     *
     * @param transactions the database
     * @param schema the trail's tables
     */
    @Activate
    public SequencerMetrics(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, Clock.systemUTC());
    }

    SequencerMetrics(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Metric> metrics() {
        return transactions.call(tx -> {
            // The queue is short unless something is wrong; the last number is found in the index.
            try (PreparedStatement select = tx.connection()
                            .prepareStatement("select count(*), min(r.recorded),"
                                    + " (select coalesce(max(o.seq), 0) from audit_order o)"
                                    + " from audit_pending p join audit_record r on r.ticket = p.ticket");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return metrics(row.getLong(1), row.getTimestamp(2), row.getLong(3));
            }
        });
    }

    private List<Metric> metrics(long pending, Timestamp oldest, long last) {
        double lag = oldest == null
                ? 0
                : Math.max(
                        0, Duration.between(oldest.toInstant(), clock.instant()).toMillis() / MILLIS);
        return List.of(
                Metric.gauge("kreiswerk_audit_pending_records", "Records that wait for their number.", pending),
                Metric.gauge(
                        "kreiswerk_audit_sequencer_lag_seconds", "How long the oldest of them has been waiting.", lag),
                Metric.counter("kreiswerk_audit_records_total", "Records of the trail that have a number.", last));
    }
}
