package de.kreiswerk.runtime.bench.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Looks whether everything that was acknowledged is there: a fast import that loses something is none. */
public final class Contents {

    private Contents() {}

    /**
     * Refuses a database that does not hold what was imported.
     *
     * @param database a database that nobody is at work on
     * @param papers how many papers there must be, each with a version, a record, a number and a snapshot
     * @throws SQLException when it cannot be read
     */
    public static void mustHold(Database database, int papers) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            count(statement, counts, "papers", "paper");
            count(statement, counts, "versions", "paper_version");
            count(statement, counts, "records", "audit_record where object_type = 'Paper'");
            count(
                    statement,
                    counts,
                    "numbers",
                    "audit_order o join audit_record r on r.ticket = o.ticket where r.object_type = 'Paper'");
            count(statement, counts, "snapshots", "public_object where type = 'Paper' and deleted = false");
            connection.rollback();
        }
        if (!counts.values().stream().allMatch(count -> count == papers)) {
            throw new IllegalStateException(papers + " papers were acknowledged, and the database holds " + counts);
        }
    }

    private static void count(Statement statement, Map<String, Long> counts, String name, String from)
            throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            counts.put(name, row.getLong(1));
        }
    }
}
