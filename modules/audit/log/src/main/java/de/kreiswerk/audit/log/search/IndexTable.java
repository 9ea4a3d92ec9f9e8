package de.kreiswerk.audit.log.search;

import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;

/** What records are found by. */
final class IndexTable {

    private final Transaction tx;

    IndexTable(Transaction tx) {
        this.tx = tx;
    }

    /** A record as it is found. */
    record Row(AuditRecord record, Kind kind, String words) {

        static Row of(AuditRecord record) {
            RecordText text = RecordText.of(record);
            return new Row(record, Kind.of(record, text), text.words());
        }
    }

    /** The last number that is in the index. */
    long last() throws SQLException {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select coalesce(max(seq), 0) from audit_index");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void add(List<Row> rows) throws SQLException {
        Map<Kind, Integer> kinds = kinds(rows);
        try (PreparedStatement insert = tx.connection()
                .prepareStatement(
                        "insert into audit_index (seq, recorded, kind, object_id, place, words) values (?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                insert.setLong(1, row.record().sequence());
                insert.setTimestamp(2, Timestamp.from(row.record().time()));
                insert.setInt(3, kinds.get(row.kind()));
                insert.setString(4, row.record().objectId());
                insert.setLong(5, row.record().sequence());
                insert.setString(6, row.words());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        new HourTable(tx).add(rows);
    }

    private Map<Kind, Integer> kinds(List<Row> rows) throws SQLException {
        KindTable table = new KindTable(tx);
        Map<Kind, Integer> kinds = table.all();
        for (Row row : rows) {
            if (!kinds.containsKey(row.kind())) {
                // Numbers follow one another, and none goes.
                int number = kinds.size() + 1;
                table.add(number, row.kind());
                kinds.put(row.kind(), number);
            }
        }
        return kinds;
    }
}
