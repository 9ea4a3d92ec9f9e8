package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.publication.PublicObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table {@code public_formed}: a row for each public object, in the transaction that writes the object. */
final class FormedTable {

    private final Connection connection;
    private final Forms forms;

    FormedTable(Connection connection, Forms forms) {
        this.connection = connection;
        this.forms = forms;
    }

    void insert(List<PublicObject> objects) throws SQLException {
        write(
                "insert into public_formed (form, revision, deleted, created, modified, bytes, path)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                objects);
    }

    void update(PublicObject object) throws SQLException {
        int updated = write(
                "update public_formed set form = ?, revision = ?, deleted = ?, created = ?, modified = ?, bytes = ?"
                        + " where path = ?",
                List.of(object));
        if (updated == 0) {
            insert(List.of(object));
        }
    }

    /**
     * Objects that are not in today's form. Asked every few seconds, so both ends of the index are looked at: for what is smaller or
     * greater than today's form, H2 would read all that are equal to it.
     */
    List<String> others(int atMost) throws SQLException {
        for (String end : List.of("select min(form) from public_formed", "select max(form) from public_formed")) {
            String form = form(end);
            if (form != null && !form.equals(forms.name())) {
                return paths("select path from public_formed where form = ? fetch first ? rows only", select -> {
                    select.setString(1, form);
                    select.setInt(2, atMost);
                });
            }
        }
        return List.of();
    }

    private String form(String sql) throws SQLException {
        return end(sql, row -> row.getString(1));
    }

    private Timestamp newest(String sql) throws SQLException {
        return end(sql, row -> row.getTimestamp(1));
    }

    /** Null when there is none. The end of an index costs the same however many there are. */
    private <T> T end(String sql, ListStatement.Reading<T> reading) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return reading.of(row);
        }
    }

    /**
     * Objects that an earlier version of the platform, which knows no forms, changed last: they changed after everything that
     * is kept here.
     */
    List<String> missed() throws SQLException {
        Timestamp formed = newest("select max(modified) from public_formed");
        Timestamp known = newest("select max(modified) from public_object");
        // Asked at each start. After an import very many have changed last at once, and H2 would look at each of them.
        if (known == null || formed != null && !known.after(formed)) {
            return List.of();
        }
        return paths("select path from public_object where modified > ?", select -> {
            select.setTimestamp(1, formed == null ? new Timestamp(0) : formed);
        });
    }

    /**
     * Makes the form of an object anew. Neither its revision nor the time of its change moves: what readers get is the same.
     */
    void renew(String path) throws SQLException {
        // Who publishes holds this row first, too; of more than one, others might hold the second already.
        PublicTables.Stored stored =
                new PublicTables(connection, null, forms).lock(List.of(path)).get(path);
        if (stored != null) {
            update(stored.object());
        }
    }

    private List<String> paths(String sql, Parameters parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            try (ResultSet row = select.executeQuery()) {
                List<String> paths = new ArrayList<>();
                while (row.next()) {
                    paths.add(row.getString(1));
                }
                return paths;
            }
        }
    }

    /** Fills a statement. */
    private interface Parameters {

        void set(PreparedStatement statement) throws SQLException;
    }

    private int write(String sql, List<PublicObject> objects) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (PublicObject object : objects) {
                Forms.Kept kept = forms.of(object);
                statement.setString(1, kept.form());
                statement.setLong(2, object.revision());
                statement.setBoolean(3, object.deleted());
                statement.setTimestamp(4, Timestamp.from(object.created()));
                statement.setTimestamp(5, Timestamp.from(object.modified()));
                statement.setBytes(6, kept.bytes());
                statement.setString(7, object.path());
                statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        }
    }
}
