package de.kreiswerk.runtime.bench.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the rows of an import and commits, and does nothing else: one connection, statements that stay prepared. */
final class RawWriter implements AutoCloseable {

    private static final String RECORD = "insert into audit_record"
            + " (id, recorded, area, action, object_type, object_id, canonical) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String RECORD_AND_QUEUE = "with written as (" + RECORD
            + " returning ticket) insert into audit_pending (ticket) select ticket from written";

    private final Connection connection;
    private final boolean postgresql;
    private final PreparedStatement record;
    private final PreparedStatement queue;
    private final Map<String, PreparedStatement> inserts = new HashMap<>();

    RawWriter(Database database) throws SQLException {
        this.connection = database.connect();
        this.postgresql = database.postgresql();
        this.record = postgresql
                ? connection.prepareStatement(RECORD_AND_QUEUE)
                : connection.prepareStatement(RECORD, Statement.RETURN_GENERATED_KEYS);
        this.queue = connection.prepareStatement("insert into audit_pending (ticket) values (?)");
    }

    void write(RecordedImports.Import paper) throws SQLException {
        for (RecordedImports.Row row : paper.rows()) {
            PreparedStatement insert = inserts.get(row.insert());
            if (insert == null) {
                insert = connection.prepareStatement(row.insert());
                inserts.put(row.insert(), insert);
            }
            execute(insert, row.values());
        }
        for (RecordedImports.Row row : paper.records()) {
            execute(record, row.values());
            if (!postgresql) {
                try (ResultSet keys = record.getGeneratedKeys()) {
                    keys.next();
                    queue.setLong(1, keys.getLong(1));
                    queue.executeUpdate();
                }
            }
        }
        connection.commit();
    }

    private static void execute(PreparedStatement insert, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
