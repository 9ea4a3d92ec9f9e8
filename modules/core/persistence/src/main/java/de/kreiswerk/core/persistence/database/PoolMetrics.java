package de.kreiswerk.core.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import java.sql.SQLException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much of the pool is in use. */
@Component
public final class PoolMetrics implements MetricSource {

    private final Database database;

    /**
     * Asks.
     *
     * @param database whose pool
     */
    @Activate
    public PoolMetrics(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Metric> metrics() {
        HikariDataSource source = source();
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return List.of(
                Metric.gauge("kreiswerk_db_connections_active", "Connections at work.", pool.getActiveConnections()),
                Metric.gauge("kreiswerk_db_connections_idle", "Connections at rest.", pool.getIdleConnections()),
                Metric.gauge(
                        "kreiswerk_db_connections_waiting",
                        "Threads that wait for a connection.",
                        pool.getThreadsAwaitingConnection()),
                Metric.gauge("kreiswerk_db_connections_max", "Most connections at once.", source.getMaximumPoolSize()));
    }

    private HikariDataSource source() {
        try {
            return database.pool().unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
