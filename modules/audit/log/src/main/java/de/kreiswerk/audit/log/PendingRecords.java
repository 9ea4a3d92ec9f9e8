package de.kreiswerk.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of one transaction. They are written as its last step, in one go: the ticket is then drawn as close to the
 * commit as can be, and the transaction costs one round trip more, however many records it has.
 */
final class PendingRecords {

    private static final String COLUMNS = "(id, recorded, area, action, object_type, object_id, canonical, leaf)";
    private static final String VALUES = " values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final List<NewRecord> records = new ArrayList<>();

    /** A record that is not yet written. */
    record NewRecord(
            String id,
            Timestamp time,
            String area,
            String action,
            String objectType,
            String objectId,
            String canonical,
            byte[] leaf) {}

    void add(NewRecord record) {
        records.add(record);
    }

    void write(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            writeAtOnce(connection);
        } else {
            writeWithKeys(connection);
        }
    }

    /** PostgreSQL writes record and queue entry in one statement. */
    private void writeAtOnce(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("with written as (insert into audit_record " + COLUMNS + VALUES
                        + " returning ticket) insert into audit_pending (ticket) select ticket from written")) {
            for (NewRecord record : records) {
                fill(insert, record);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void writeWithKeys(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into audit_record " + COLUMNS + VALUES, Statement.RETURN_GENERATED_KEYS);
                PreparedStatement queue =
                        connection.prepareStatement("insert into audit_pending (ticket) values (?)")) {
            for (NewRecord record : records) {
                fill(insert, record);
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    queue.setLong(1, keys.getLong(1));
                    queue.executeUpdate();
                }
            }
        }
    }

    private static void fill(PreparedStatement insert, NewRecord record) throws SQLException {
        insert.setString(1, record.id());
        insert.setTimestamp(2, record.time());
        insert.setString(3, record.area());
        insert.setString(4, record.action());
        insert.setString(5, record.objectType());
        insert.setString(6, record.objectId());
        insert.setString(7, record.canonical());
        insert.setBytes(8, record.leaf());
    }
}
