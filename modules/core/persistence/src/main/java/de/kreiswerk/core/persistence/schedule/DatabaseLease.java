package de.kreiswerk.core.persistence.schedule;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.schedule.Lease;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code core_lease}. The database's clock decides, so that nodes need not agree on the time. */
final class DatabaseLease implements Lease {

    /** Long enough for a pause of the JVM, short enough that a dead node is replaced soon. */
    static final int SECONDS = 5;

    private final String name;
    private final String holder;
    private final long token;

    private DatabaseLease(String name, String holder, long token) {
        this.name = name;
        this.holder = holder;
        this.token = token;
    }

    /** Takes the lease when it is free, ran out, or is this holder's already. Null when another node has it. */
    static DatabaseLease acquire(Connection connection, String name, String holder) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update core_lease set holder = ?, token = case when holder = ? then token else token + 1 end,"
                        + " expires = current_timestamp + interval '" + SECONDS + "' second"
                        + " where name = ? and (holder = ? or holder is null or expires < current_timestamp)")) {
            update.setString(1, holder);
            update.setString(2, holder);
            update.setString(3, name);
            update.setString(4, holder);
            if (update.executeUpdate() == 1) {
                return new DatabaseLease(name, holder, token(connection, name));
            }
        }
        if (!exists(connection, name)) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into core_lease (name, holder, token, expires) values (?, null, 0, current_timestamp)")) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
        }
        return null;
    }

    static void release(Connection connection, String holder) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update core_lease set holder = null where holder = ?")) {
            update.setString(1, holder);
            update.executeUpdate();
        }
    }

    static void releaseAll(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update core_lease set holder = null")) {
            update.executeUpdate();
        }
    }

    @Override
    public void confirm(Transaction tx) {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select 1 from core_lease where name = ? and holder = ? and token = ? for update")) {
            select.setString(1, name);
            select.setString(2, holder);
            select.setLong(3, token);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new PersistenceFailure("Another node has taken over " + name, null);
                }
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("The lease of " + name + " could not be confirmed: " + e.getMessage(), e);
        }
    }

    private static long token(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select token from core_lease where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from core_lease where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
