package de.kreiswerk.audit.log.search;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The kinds of records that there are, with their numbers. */
final class KindTable {

    private final Transaction tx;

    KindTable(Transaction tx) {
        this.tx = tx;
    }

    Map<Kind, Integer> all() throws SQLException {
        Map<Kind, Integer> kinds = new HashMap<>();
        each(kinds::put);
        return kinds;
    }

    /** With all numbers that stand for them: where there is more than one, somebody has written there. */
    Map<Kind, Set<Integer>> numbers() throws SQLException {
        Map<Kind, Set<Integer>> kinds = new HashMap<>();
        each((kind, number) ->
                kinds.computeIfAbsent(kind, unknown -> new HashSet<>()).add(number));
        return kinds;
    }

    private void each(BiConsumer<Kind, Integer> what) throws SQLException {
        try (PreparedStatement select = tx.connection()
                        .prepareStatement(
                                "select kind, area, action, object_type, department, outcome from audit_kind");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                what.accept(
                        new Kind(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)),
                        row.getInt(1));
            }
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
