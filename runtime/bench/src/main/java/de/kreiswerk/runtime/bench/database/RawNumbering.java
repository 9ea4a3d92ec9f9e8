package de.kreiswerk.runtime.bench.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Numbers records as often as the platform's sequencer does, with the same rows and the same commits. */
final class RawNumbering implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 40;

    private final Connection connection;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    RawNumbering(Database database) throws SQLException {
        this.connection = database.connect();
        timer.scheduleWithFixedDelay(this::number, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void number() {
        try {
            long last = single("select coalesce(max(seq), 0) from audit_order");
            try (PreparedStatement insert = connection.prepareStatement("insert into audit_order (seq, ticket)"
                            + " select ? + row_number() over (order by ticket), ticket from audit_pending");
                    PreparedStatement delete = connection.prepareStatement(
                            "delete from audit_pending where ticket in (select ticket from audit_order where seq > ?)")) {
                insert.setLong(1, last);
                if (insert.executeUpdate() > 0) {
                    delete.setLong(1, last);
                    delete.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long single(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        timer.shutdown();
        try {
            timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        number();
        connection.close();
    }
}
