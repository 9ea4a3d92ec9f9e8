package de.kreiswerk.audit.stream;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/** How far receivers have come. */
final class PositionTable {

    private final Transaction tx;

    PositionTable(Transaction tx) {
        this.tx = tx;
    }

    /** Empty before the first record. */
    Optional<Position> of(String destination) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select seq, settled, changed from audit_stream_position where destination = ?")) {
            select.setString(1, destination);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Position(
                                row.getLong(1),
                                row.getLong(2),
                                row.getTimestamp(3).toInstant()))
                        : Optional.empty();
            }
        }
    }

    void begin(String destination, Position position) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement(
                        "insert into audit_stream_position (seq, settled, changed, destination) values (?, ?, ?, ?)")) {
            run(insert, destination, position);
        }
    }

    void move(String destination, Position position) throws SQLException {
        try (PreparedStatement update = tx.connection()
                .prepareStatement(
                        "update audit_stream_position set seq = ?, settled = ?, changed = ? where destination = ?")) {
            run(update, destination, position);
        }
    }

    private static void run(PreparedStatement statement, String destination, Position position) throws SQLException {
        statement.setLong(1, position.sequence());
        statement.setLong(2, position.settled());
        statement.setTimestamp(3, Timestamp.from(position.changed()));
        statement.setString(4, destination);
        statement.executeUpdate();
    }
}
