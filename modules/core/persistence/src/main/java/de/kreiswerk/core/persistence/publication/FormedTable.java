package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.publication.PublicObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
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
                "insert into public_formed (form, deleted, created, modified, bytes, path) values (?, ?, ?, ?, ?, ?)",
                objects);
    }

    void update(List<PublicObject> objects) throws SQLException {
        write(
                "update public_formed set form = ?, deleted = ?, created = ?, modified = ?, bytes = ? where path = ?",
                objects);
    }

    /**
     * Makes the form of some objects that are not in today's. Neither their revision nor the time of their change moves: what
     * readers get is the same.
     *
     * @return how many there were
     */
    int renew(int atMost) throws SQLException {
        // One after the other: H2 takes no index for both at once.
        List<PublicObject> objects = others("<", atMost);
        if (objects.isEmpty()) {
            objects = others(">", atMost);
        }
        update(objects);
        return objects.size();
    }

    private List<PublicObject> others(String side, int atMost) throws SQLException {
        List<String> paths = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select path from public_formed where form " + side + " ? order by form fetch first ? rows only")) {
            select.setString(1, forms.name());
            select.setInt(2, atMost);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    paths.add(row.getString(1));
                }
            }
        }
        List<PublicObject> objects = new ArrayList<>();
        if (!paths.isEmpty()) {
            // Who publishes holds these rows first, too.
            new PublicTables(connection, null, forms)
                    .lock(paths)
                    .values()
                    .forEach(stored -> objects.add(stored.object()));
        }
        return objects;
    }

    private void write(String sql, List<PublicObject> objects) throws SQLException {
        if (objects.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (PublicObject object : objects) {
                Forms.Kept kept = forms.of(object);
                statement.setString(1, kept.form());
                statement.setBoolean(2, object.deleted());
                statement.setTimestamp(3, Timestamp.from(object.created()));
                statement.setTimestamp(4, Timestamp.from(object.modified()));
                statement.setBytes(5, kept.bytes());
                statement.setString(6, object.path());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
