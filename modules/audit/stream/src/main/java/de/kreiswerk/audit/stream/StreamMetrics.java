package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far each receiver is behind. */
@Component(property = MetricSource.BACKGROUND + ":Boolean=true")
public final class StreamMetrics implements MetricSource {

    private static final double MILLIS = 1e3;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Destinations destinations;
    private final Clock clock;

    /**
     * Asks.
     *
     * @param transactions the database
     * @param trail what is sent
     * @param destinations whom to
     * @param schema this bundle's tables
     */
    @Activate
    public StreamMetrics(
            @Reference Transactions transactions,
            @Reference AuditTrail trail,
            @Reference Destinations destinations,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.stream)") Schema schema) {
        this(transactions, trail, destinations, Clock.systemUTC());
    }

    StreamMetrics(Transactions transactions, AuditTrail trail, Destinations destinations, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.destinations = destinations;
        this.clock = clock;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric.Sample> waiting = new ArrayList<>();
        List<Metric.Sample> stalled = new ArrayList<>();
        for (Stream stream : destinations.streams()) {
            String name = stream.receiving().name();
            Optional<Backlog> backlog = Backlog.of(transactions, trail, name, clock.instant());
            Map<String, String> label = Map.of("receiver", name);
            waiting.add(
                    new Metric.Sample("", label, backlog.map(Backlog::records).orElse(0L)));
            stalled.add(new Metric.Sample(
                    "", label, backlog.map(each -> each.stalled().toMillis()).orElse(0L) / MILLIS));
        }
        if (waiting.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Metric(
                        "kreiswerk_audit_stream_waiting_records",
                        "Records that a receiver of the trail has not got yet.",
                        Metric.Type.GAUGE,
                        waiting),
                new Metric(
                        "kreiswerk_audit_stream_stalled_seconds",
                        "For how long a receiver got nothing though records wait.",
                        Metric.Type.GAUGE,
                        stalled));
    }
}
