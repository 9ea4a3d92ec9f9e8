package de.kreiswerk.runtime.bench.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A database of the run's own.
 *
 * @param url its JDBC address
 * @param user the user
 * @param password the password
 * @param environment how the platform is told of it
 */
public record Database(String url, String user, String password, Map<String, String> environment) {

    /**
     * Connects.
     *
     * @return a connection that commits when it is told to
     * @throws SQLException when that is not possible
     */
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setAutoCommit(false);
        return connection;
    }

    /**
     * Which of the two.
     *
     * @return true for PostgreSQL
     */
    public boolean postgresql() {
        return url.startsWith("jdbc:postgresql:");
    }
}
