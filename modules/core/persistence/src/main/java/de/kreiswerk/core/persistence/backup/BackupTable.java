package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.backup.Backups.Backup;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** The table {@code core_backup}. */
final class BackupTable {

    private BackupTable() {}

    static void begin(Connection connection, String id, Instant started) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into core_backup (id, started) values (?, ?)")) {
            insert.setString(1, id);
            insert.setTimestamp(2, Timestamp.from(started));
            insert.executeUpdate();
        }
    }

    static void finish(Connection connection, String id, Backup backup) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update core_backup set finished = ?, size = ?, row_count = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(backup.finished()));
            update.setLong(2, backup.bytes());
            update.setLong(3, backup.rows());
            update.setString(4, id);
            update.executeUpdate();
        }
    }

    static Optional<Backup> last(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select started, finished, size, row_count from core_backup"
                                + " where finished is not null order by started desc fetch first 1 rows only");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Backup(
                            row.getTimestamp(1).toInstant(),
                            row.getTimestamp(2).toInstant(),
                            row.getLong(3),
                            row.getLong(4)))
                    : Optional.empty();
        }
    }
}
