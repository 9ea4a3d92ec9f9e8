package de.kreiswerk.core.persistence.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Whoever changes a table waits for all who use it, a backup among them, and not only as long as a request may wait for a row: what a bundle
 * needs would be missing until the next start.
 */
final class Unhurried implements Callback {

    /** As it was before the pool set it, until the transaction of the script ends. */
    private static final String PATIENCE = "set local lock_timeout to default";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (!"PostgreSQL".equals(context.getConnection().getMetaData().getDatabaseProductName())) {
                return;
            }
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute(PATIENCE);
            }
        } catch (SQLException e) {
            throw new FlywayException("A script cannot be given the time to wait for others: " + e.getMessage(), e);
        }
    }

    @Override
    public String getCallbackName() {
        return "unhurried";
    }
}
