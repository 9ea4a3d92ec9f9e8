package de.kreiswerk.core.persistence.blob;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who needs which bytes, within a transaction. Whoever adds or gives up locks the bytes' own row first, so that nobody comes to own what
 * another one is taking away.
 */
final class BlobOwners {

    private final Connection connection;

    BlobOwners(Connection connection) {
        this.connection = connection;
    }

    /** Whether there are such bytes; they stay at least as long as this transaction. */
    boolean lock(String sha256) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select sha256 from core_blob where sha256 = ? for update")) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** What nobody had before; the owner is null when it is to stay. */
    void isNew(String sha256, String owner) throws SQLException {
        if (owner != null) {
            update("update core_blob set stays = false where sha256 = ?", sha256);
            add(sha256, owner);
        }
    }

    /** Somebody relies on it without saying until when. */
    void stays(String sha256) throws SQLException {
        update("update core_blob set stays = true where sha256 = ?", sha256);
    }

    void add(String sha256, String owner) throws SQLException {
        if (!owns(sha256, owner)) {
            update("insert into core_blob_owner (sha256, owner) values (?, ?)", sha256, owner);
        }
    }

    private boolean owns(String sha256, String owner) throws SQLException {
        return !list("select owner from core_blob_owner where sha256 = ? and owner = ?", sha256, owner)
                .isEmpty();
    }

    List<String> of(String owner) throws SQLException {
        return list("select sha256 from core_blob_owner where owner = ? order by sha256", owner);
    }

    /** With the last owner the bytes go. */
    void release(String sha256, String owner) throws SQLException {
        if (!lock(sha256) || update("delete from core_blob_owner where sha256 = ? and owner = ?", sha256, owner) == 0) {
            return;
        }
        boolean needed = !list("select owner from core_blob_owner where sha256 = ?", sha256)
                        .isEmpty()
                || !list("select sha256 from core_blob where sha256 = ? and stays", sha256)
                        .isEmpty();
        if (!needed) {
            update("delete from core_blob_piece where sha256 = ?", sha256);
            update("delete from core_blob where sha256 = ?", sha256);
        }
    }

    private int update(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private List<String> list(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet row = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private PreparedStatement prepared(String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
