package de.kreiswerk.core.persistence.health;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.persistence.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the database answers. */
@Component(property = {HealthCheck.NAME + "=database", HealthCheck.TAGS + "=ready", "kreiswerk.title=Datenbank"})
public final class DatabaseCheck implements HealthCheck {

    private static final int SECONDS = 2;

    private final Database database;

    @Activate
    public DatabaseCheck(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Result execute() {
        // A statement, because H2 calls a connection valid whose database it has closed.
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try {
                statement.execute("select 1");
            } finally {
                // H2 keeps it for the connection, which somebody else gets next: for an export two seconds are not
                // enough.
                statement.setQueryTimeout(0);
            }
            return Findings.ok(
                    "Die Datenbank antwortet: " + database.describe(), "The database answers: " + database.describe());
        } catch (SQLException e) {
            return Findings.critical("Die Datenbank ist nicht erreichbar", "The database cannot be reached");
        }
    }
}
