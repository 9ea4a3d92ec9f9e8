package de.kreiswerk.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of one transaction. They are written as its last step, in one go: the ticket is then drawn as close to the
 * commit as can be, and the transaction costs one round trip more, however many records it has.
 */
final class PendingRecords {

    private static final String INSERT = "insert into audit_record (id, recorded, area, action, object_type, object_id,"
            + " canonical, leaf) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String ON_POSTGRESQL = "with written as (" + INSERT
            + " returning ticket) insert into audit_pending (ticket) select ticket from written";

    private static final String ON_H2 =
            "insert into audit_pending (ticket) select ticket from final table (" + INSERT + ")";

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

    /** Record and queue entry are one statement, in the words of either database. */
    void write(Connection connection) throws SQLException {
        boolean postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (PreparedStatement insert = connection.prepareStatement(postgresql ? ON_POSTGRESQL : ON_H2)) {
            for (NewRecord record : records) {
                fill(insert, record);
                insert.addBatch();
            }
            insert.executeBatch();
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
