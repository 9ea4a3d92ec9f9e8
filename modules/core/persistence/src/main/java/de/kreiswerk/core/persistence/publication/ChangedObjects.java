package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.publication.PublicQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed since a time, whatever lists it is in, by the index on that. Whoever keeps a copy asks every list for it each time, and
 * most often for little: reading along a list of a hundred thousand papers to find three would take longer with each year.
 */
final class ChangedObjects {

    /** With more of them a page is soon full along the list; and each page would look at all of them again. */
    static final int FEW = 250;

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final String table;

    /** Of a table with paths and the times at which they changed. */
    ChangedObjects(String table) {
        this.table = table;
    }

    /** Their paths; null when the query does not ask for changes, or when they are not few. */
    String[] of(Connection connection, PublicQuery query) throws SQLException {
        if (query.modifiedSince() == null) {
            return null;
        }
        try (PreparedStatement select = connection.prepareStatement(sql())) {
            select.setTimestamp(1, ListStatement.time(query.modifiedSince()));
            select.setTimestamp(2, Timestamp.from(query.modifiedBefore() == null ? NEVER : query.modifiedBefore()));
            select.setInt(3, FEW + 1);
            try (ResultSet row = select.executeQuery()) {
                List<String> paths = new ArrayList<>();
                while (row.next()) {
                    paths.add(row.getString(1));
                }
                return paths.size() > FEW ? null : paths.toArray(String[]::new);
            }
        }
    }

    String sql() {
        return "select path from " + table + " where modified >= ? and modified < ?"
                + " order by modified fetch first ? rows only";
    }
}
