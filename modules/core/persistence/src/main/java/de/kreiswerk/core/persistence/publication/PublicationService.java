package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The public read model in the tables {@code public_*}. */
@Component
public final class PublicationService implements Publication {

    private static final String COLUMNS =
            "o.path, o.type, o.address, o.revision, o.created, o.modified, o.deleted, o.content";

    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public PublicationService(@Reference Transactions transactions) {
        this(transactions, Clock.systemUTC());
    }

    PublicationService(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void publish(Snapshot snapshot) {
        Connection connection = mandatory().connection();
        try {
            if (update(connection, snapshot) == 0) {
                insert(connection, snapshot);
            }
            replaceLists(connection, snapshot);
            if (snapshot.address() != null) {
                keepAddress(connection, snapshot);
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("Could not publish " + snapshot.path() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void withdraw(String path) {
        try (PreparedStatement update = mandatory()
                .connection()
                .prepareStatement("update public_object set deleted = true, content = null, modified = ?,"
                        + " revision = revision + 1 where path = ? and deleted = false")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setString(2, path);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceFailure("Could not withdraw " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<PublicObject> find(String path) {
        return transactions.call(tx -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement("select null, " + COLUMNS + " from public_object o where o.path = ?")) {
                select.setString(1, path);
                return read(select).stream().findFirst();
            }
        });
    }

    @Override
    public Optional<Address> resolve(String address) {
        return transactions.call(tx -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement("select o.path, o.address from public_address a"
                            + " join public_object o on o.path = a.path where a.address = ?")) {
                select.setString(1, address);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Address(row.getString(1), row.getString(2))) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<PublicObject> list(String list, String after, int limit) {
        return transactions.call(tx -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement("select l.sort_key, " + COLUMNS + " from public_list l"
                            + " join public_object o on o.path = l.path"
                            + " where l.list = ? and l.sort_key > ? and o.deleted = false"
                            + " order by l.sort_key fetch first ? rows only")) {
                select.setString(1, list);
                select.setString(2, after == null ? "" : after);
                select.setInt(3, Math.max(1, Math.min(limit, 1_000)));
                return read(select);
            }
        });
    }

    private Transaction mandatory() {
        return transactions
                .current()
                .orElseThrow(() -> new PersistenceFailure("Publishing needs the transaction of the change", null));
    }

    private static int update(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update public_object set type = ?, address = ?,"
                + " revision = revision + 1, created = ?, modified = ?, deleted = false, content = ? where path = ?")) {
            update.setString(1, snapshot.type());
            update.setString(2, snapshot.address());
            update.setTimestamp(3, Timestamp.from(snapshot.created()));
            update.setTimestamp(4, Timestamp.from(snapshot.modified()));
            update.setString(5, snapshot.content());
            update.setString(6, snapshot.path());
            return update.executeUpdate();
        }
    }

    private static void insert(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into public_object"
                + " (path, type, address, revision, created, modified, deleted, content)"
                + " values (?, ?, ?, 1, ?, ?, false, ?)")) {
            insert.setString(1, snapshot.path());
            insert.setString(2, snapshot.type());
            insert.setString(3, snapshot.address());
            insert.setTimestamp(4, Timestamp.from(snapshot.created()));
            insert.setTimestamp(5, Timestamp.from(snapshot.modified()));
            insert.setString(6, snapshot.content());
            insert.executeUpdate();
        }
    }

    private static void replaceLists(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from public_list where path = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into public_list (list, sort_key, path) values (?, ?, ?)")) {
            delete.setString(1, snapshot.path());
            delete.executeUpdate();
            for (Map.Entry<String, String> entry : snapshot.lists().entrySet()) {
                insert.setString(1, entry.getKey());
                insert.setString(2, entry.getValue());
                insert.setString(3, snapshot.path());
                insert.executeUpdate();
            }
        }
    }

    private static void keepAddress(Connection connection, Snapshot snapshot) throws SQLException {
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

    private static List<PublicObject> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<PublicObject> objects = new ArrayList<>();
            while (row.next()) {
                objects.add(new PublicObject(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(1),
                        row.getLong(5),
                        instant(row, 6),
                        instant(row, 7),
                        row.getBoolean(8),
                        row.getString(9)));
            }
            return objects;
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
