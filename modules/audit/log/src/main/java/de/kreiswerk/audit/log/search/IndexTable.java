package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.search.Condition.Found;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What records are found by. */
final class IndexTable {

    private final Transaction tx;

    IndexTable(Transaction tx) {
        this.tx = tx;
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

    /** A record as it is found. */
    record Row(AuditRecord record, String department, String outcome, String words) {

        static Row of(AuditRecord record) {
            RecordText text = RecordText.of(record);
            return new Row(
                    record, text.departmentInIndex(), text.outcome().name().toLowerCase(Locale.ROOT), text.words());
        }

        /** The columns by which choices are offered, with what the record has there. */
        private Map<String, String> choices() {
            Map<String, String> choices = new TreeMap<>(
                    Map.of("area", record.area(), "action", record.action(), "object_type", record.objectType()));
            if (department != null) {
                choices.put("department", department);
            }
            return choices;
        }
    }

    void add(List<Row> rows) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_index (seq, recorded, area, action, object_type, object_id,"
                        + " department, outcome, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                AuditRecord record = row.record();
                insert.setLong(1, record.sequence());
                insert.setTimestamp(2, Timestamp.from(record.time()));
                insert.setString(3, record.area());
                insert.setString(4, record.action());
                insert.setString(5, record.objectType());
                insert.setString(6, record.objectId());
                insert.setString(7, row.department());
                insert.setString(8, row.outcome());
                insert.setString(9, row.words());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        offer(rows.stream().flatMap(row -> row.choices().entrySet().stream()).collect(Collectors.toSet()));
    }

    private void offer(Set<Map.Entry<String, String>> choices) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_choice (kind, name) select ?, ? where not exists"
                        + " (select 1 from audit_choice where kind = ? and name = ?)")) {
            for (Map.Entry<String, String> choice : choices) {
                insert.setString(1, choice.getKey());
                insert.setString(2, choice.getValue());
                insert.setString(3, choice.getKey());
                insert.setString(4, choice.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    List<String> choices(String kind) throws SQLException {
        try (PreparedStatement select =
                tx.connection().prepareStatement("select name from audit_choice where kind = ? order by name")) {
            select.setString(1, kind);
            try (ResultSet row = select.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        }
    }

    /** The places of records that fit, the newest first. */
    List<Found> find(Condition condition, int limit) throws SQLException {
        return found(condition.page(limit));
    }

    /** Where a search ended that looked at as many records as it may; empty when there are fewer. */
    List<Found> end(Condition condition) throws SQLException {
        return found(condition.end());
    }

    /** The next of all records that fit, in the order of their numbers. */
    List<Found> numbers(Condition condition, long after, long until, int limit) throws SQLException {
        return found(condition.numbers(after, until, limit));
    }

    private List<Found> found(Condition.Statement statement) throws SQLException {
        try (PreparedStatement select = statement.prepare(tx.connection());
                ResultSet row = select.executeQuery()) {
            List<Found> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Found(row.getLong(1), row.getTimestamp(2).toInstant()));
            }
            return found;
        }
    }
}
