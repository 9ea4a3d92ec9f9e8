package de.kreiswerk.audit.log.search;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The kinds of records that there are, with their numbers. */
final class KindTable {

    private final Transaction tx;

    KindTable(Transaction tx) {
        this.tx = tx;
    }

    Map<Kind, Integer> all() throws SQLException {
        try (PreparedStatement select = tx.connection()
                        .prepareStatement(
                                "select kind, area, action, object_type, department, outcome from audit_kind");
                ResultSet row = select.executeQuery()) {
            Map<Kind, Integer> kinds = new HashMap<>();
            while (row.next()) {
                kinds.put(
                        new Kind(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)),
                        row.getInt(1));
            }
            return kinds;
        }
    }

    void add(int number, Kind kind) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_kind (kind, area, action, object_type, department, outcome)"
                        + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, number);
            insert.setString(2, kind.area());
            insert.setString(3, kind.action());
            insert.setString(4, kind.objectType());
            insert.setString(5, kind.department());
            insert.setString(6, kind.outcome());
            insert.executeUpdate();
        }
    }
}
