package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.backup.Backups;
import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the last backup was made, for alarms. */
@Component(property = MetricSource.BACKGROUND + ":Boolean=true")
public final class BackupMetrics implements MetricSource {

    private final Backups backups;

    /**
     * Asks.
     *
     * @param backups what was made
     */
    @Activate
    public BackupMetrics(@Reference Backups backups) {
        this.backups = backups;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(Metric.gauge(
                "kreiswerk_last_backup_timestamp_seconds",
                "When the last backup was made, in seconds since 1970; 0 when there is none.",
                backups.last().map(backup -> backup.moment().getEpochSecond()).orElse(0L)));
    }
}
