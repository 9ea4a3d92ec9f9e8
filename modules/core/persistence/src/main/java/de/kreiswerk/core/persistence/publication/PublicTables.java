package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Rows of the public read model, on the connection of one transaction. */
final class PublicTables {

    /** The columns of {@link #object}, after the key. */
    static final String COLUMNS = "o.path, o.type, o.address, o.revision, o.created, o.modified, o.deleted, o.content";

    private final Connection connection;
    private final String node;
    private final Forms forms;

    PublicTables(Connection connection, String node, Forms forms) {
        this.connection = connection;
        this.node = node;
        this.forms = forms;
    }

    /** What is stored of an object. */
    record Stored(PublicObject object, String words, Map<String, String> lists) {

        boolean holds(Snapshot snapshot) {
            return !object.deleted()
                    && snapshot.content().equals(object.content())
                    && Objects.equals(snapshot.address(), object.address())
                    && snapshot.lists().equals(lists);
        }

        /** What it is found by is made of the content, and not always in the same way. */
        boolean isFoundBy(Snapshot snapshot) {
            return Objects.equals(lower(snapshot.text()), words);
        }
    }

    Optional<PublicObject> find(String path) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select null, " + COLUMNS + " from public_object o where o.path = ?")) {
            select.setString(1, path);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(object(row)) : Optional.empty();
            }
        }
    }

    /**
     * Reads objects and holds their rows, in the order of their paths, so that the revisions of each come one after the other.
     * What was never public is not among them.
     */
    Map<String, Stored> lock(Collection<String> paths) throws SQLException {
        // What is new is the most frequent, and H2 parses a locking statement anew each time.
        return areKnown(paths) ? lockKnown(paths) : Map.of();
    }

    private boolean areKnown(Collection<String> paths) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select path from public_object where path in (" + marks(paths.size()) + ") fetch first 1 rows only")) {
            fill(select, paths);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private Map<String, Stored> lockKnown(Collection<String> paths) throws SQLException {
        Map<String, PublicObject> objects = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select null, " + COLUMNS
                + ", o.words from public_object o where o.path in (" + marks(paths.size())
                + ") order by o.path for update")) {
            fill(select, paths);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    PublicObject object = object(row);
                    objects.put(object.path(), object);
                    words.put(object.path(), row.getString(10));
                }
            }
        }
        Map<String, Stored> stored = new HashMap<>();
        if (!objects.isEmpty()) {
            Map<String, Map<String, String>> lists = lists(objects.keySet());
            objects.forEach((path, object) ->
                    stored.put(path, new Stored(object, words.get(path), lists.getOrDefault(path, Map.of()))));
        }
        return stored;
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static void fill(PreparedStatement statement, Collection<String> values) throws SQLException {
        int index = 1;
        for (String value : values) {
            statement.setString(index++, value);
        }
    }

    /** An object as {@link #insert} leaves it. */
    PublicObject added(Snapshot snapshot, Instant now) {
        return object(snapshot, 1, now);
    }

    void insert(List<Snapshot> snapshots, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into public_object"
                + " (path, type, address, revision, created, modified, deleted, content, words, node)"
                + " values (?, ?, ?, 1, ?, ?, false, ?, ?, ?)")) {
            for (Snapshot snapshot : snapshots) {
                insert.setString(1, snapshot.path());
                insert.setString(2, snapshot.type());
                insert.setString(3, snapshot.address());
                insert.setTimestamp(4, Timestamp.from(snapshot.created()));
                insert.setTimestamp(5, Timestamp.from(now));
                insert.setString(6, snapshot.content());
                insert.setString(7, lower(snapshot.text()));
                insert.setString(8, node);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        new FormedTable(connection, forms)
                .insert(snapshots.stream().map(snapshot -> added(snapshot, now)).toList());
        enlist(snapshots);
        for (Snapshot snapshot : snapshots) {
            keepAddress(snapshot);
        }
    }

    PublicObject update(Snapshot snapshot, Stored before, Instant now) throws SQLException {
        // A clock that was set back must not let a change look older than the one before it.
        PublicObject changed = object(
                snapshot,
                before.object().revision() + 1,
                later(now, before.object().modified()));
        try (PreparedStatement update = connection.prepareStatement("update public_object set type = ?, address = ?,"
                + " revision = ?, created = ?, modified = ?, deleted = false, content = ?, words = ?, node = ?"
                + " where path = ?")) {
            update.setString(1, snapshot.type());
            update.setString(2, snapshot.address());
            update.setLong(3, changed.revision());
            update.setTimestamp(4, Timestamp.from(snapshot.created()));
            update.setTimestamp(5, Timestamp.from(changed.modified()));
            update.setString(6, snapshot.content());
            update.setString(7, lower(snapshot.text()));
            update.setString(8, node);
            update.setString(9, snapshot.path());
            update.executeUpdate();
        }
        new FormedTable(connection, forms).update(changed);
        if (!snapshot.lists().equals(before.lists())) {
            try (PreparedStatement delete = connection.prepareStatement("delete from public_list where path = ?")) {
                delete.setString(1, snapshot.path());
                delete.executeUpdate();
            }
            enlist(List.of(snapshot));
            keepLeft(snapshot, before);
        }
        if (!Objects.equals(snapshot.address(), before.object().address())) {
            keepAddress(snapshot);
        }
        return changed;
    }

    /** Nothing that anybody sees of the object changes by that. */
    void reword(Snapshot snapshot) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update public_object set words = ? where path = ?")) {
            update.setString(1, lower(snapshot.text()));
            update.setString(2, snapshot.path());
            update.executeUpdate();
        }
    }

    void withdraw(PublicObject before, Instant now) throws SQLException {
        PublicObject deleted = new PublicObject(
                before.path(),
                before.type(),
                before.address(),
                null,
                before.revision() + 1,
                before.created(),
                later(now, before.modified()),
                true,
                null);
        try (PreparedStatement update = connection.prepareStatement("update public_object set deleted = true,"
                + " content = null, words = null, modified = ?, revision = ?, node = ? where path = ?")) {
            update.setTimestamp(1, Timestamp.from(deleted.modified()));
            update.setLong(2, deleted.revision());
            update.setString(3, node);
            update.setString(4, deleted.path());
            update.executeUpdate();
        }
        new FormedTable(connection, forms).update(deleted);
    }

    private void enlist(List<Snapshot> snapshots) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into public_list (list, sort_key, path) values (?, ?, ?)")) {
            for (Snapshot snapshot : snapshots) {
                for (Map.Entry<String, String> entry : snapshot.lists().entrySet()) {
                    insert.setString(1, entry.getKey());
                    insert.setString(2, entry.getValue());
                    insert.setString(3, snapshot.path());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Once for each list, for good: an object may come and go between two looks of another node. */
    private void keepLeft(Snapshot snapshot, Stored before) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into public_left (path, list)"
                + " select path, ? from public_object where path = ?"
                + " and not exists (select 1 from public_left where path = ? and list = ?)")) {
            for (String list : before.lists().keySet()) {
                if (!snapshot.lists().containsKey(list)) {
                    insert.setString(1, list);
                    insert.setString(2, snapshot.path());
                    insert.setString(3, snapshot.path());
                    insert.setString(4, list);
                    insert.executeUpdate();
                }
            }
        }
    }

    private void keepAddress(Snapshot snapshot) throws SQLException {
        if (snapshot.address() == null) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("update public_address set path = ? where address = ?")) {
            update.setString(1, snapshot.path());
            update.setString(2, snapshot.address());
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into public_address (address, path) values (?, ?)")) {
            insert.setString(1, snapshot.address());
            insert.setString(2, snapshot.path());
            insert.executeUpdate();
        }
    }

    private Map<String, Map<String, String>> lists(Collection<String> paths) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select path, list, sort_key from public_list where path in (" + marks(paths.size()) + ")")) {
            fill(select, paths);
            try (ResultSet row = select.executeQuery()) {
                Map<String, Map<String, String>> lists = new HashMap<>();
                while (row.next()) {
                    lists.computeIfAbsent(row.getString(1), path -> new HashMap<>())
                            .put(row.getString(2), row.getString(3));
                }
                return lists;
            }
        }
    }

    static PublicObject object(ResultSet row) throws SQLException {
        return new PublicObject(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(1),
                row.getLong(5),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7).toInstant(),
                row.getBoolean(8),
                row.getString(9));
    }

    private static PublicObject object(Snapshot snapshot, long revision, Instant modified) {
        return new PublicObject(
                snapshot.path(),
                snapshot.type(),
                snapshot.address(),
                null,
                revision,
                snapshot.created().truncatedTo(ChronoUnit.MILLIS),
                modified,
                false,
                snapshot.content());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.GERMAN);
    }
}
