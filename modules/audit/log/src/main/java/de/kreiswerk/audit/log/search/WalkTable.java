package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.search.Walk.Differences;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Remembers the walk along the index. */
final class WalkTable {

    private static final String COLUMNS =
            "place, target, different, first_different, last_different, last_first, ended, walked";

    private final Transaction tx;

    WalkTable(Transaction tx) {
        this.tx = tx;
    }

    /**
     * As it is remembered.
     *
     * @param walked when it last went on
     */
    record Remembered(Walk walk, Instant walked) {}

    Optional<Remembered> read() throws SQLException {
        try (PreparedStatement select = tx.connection()
                        .prepareStatement("select " + COLUMNS + " from audit_index_walk where only_row = 1");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Timestamp ended = row.getTimestamp(7);
            Walk walk = new Walk(
                    row.getLong(1),
                    row.getLong(2),
                    new Differences(row.getLong(3), row.getLong(4)),
                    new Differences(row.getLong(5), row.getLong(6)),
                    ended == null ? null : ended.toInstant());
            return Optional.of(new Remembered(walk, row.getTimestamp(8).toInstant()));
        }
    }

    void write(Walk walk, Instant walked) throws SQLException {
        if (fill(
                        "update audit_index_walk set place = ?, target = ?, different = ?, first_different = ?,"
                                + " last_different = ?, last_first = ?, ended = ?, walked = ? where only_row = 1",
                        walk,
                        walked)
                == 0) {
            fill(
                    "insert into audit_index_walk (" + COLUMNS + ", only_row) values (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    walk,
                    walked);
        }
    }

    private int fill(String sql, Walk walk, Instant walked) throws SQLException {
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setLong(1, walk.place());
            statement.setLong(2, walk.target());
            statement.setLong(3, walk.now().count());
            statement.setLong(4, walk.now().first());
            statement.setLong(5, walk.last().count());
            statement.setLong(6, walk.last().first());
            statement.setTimestamp(7, walk.ended() == null ? null : Timestamp.from(walk.ended()));
            statement.setTimestamp(8, Timestamp.from(walked));
            return statement.executeUpdate();
        }
    }
}
