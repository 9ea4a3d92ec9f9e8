package de.kreiswerk.runtime.bench.identity;

import de.kreiswerk.runtime.bench.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Somebody who is signed in, written into the tables of a platform that is not running: how they signed in does not matter here. */
public final class People {

    private People() {}

    /**
     * Writes somebody.
     *
     * @param database the platform's
     * @param role the id of the role that they have everywhere
     * @return the id of the session, as the cookie holds it
     * @throws SQLException when it cannot be written
     */
    public static String signedIn(Database database, String role) throws SQLException {
        String account = UUID.randomUUID().toString();
        String session = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
        Timestamp now = Timestamp.from(Instant.now());
        try (Connection connection = database.connect()) {
            write(
                    connection,
                    "insert into identity_account (id, login_name, login_key, display_name, state, password, must_change,"
                            + " created, revision) values (?, 'bench', 'bench', 'Bench', 'ACTIVE', '-', false, ?, 1)",
                    account,
                    now);
            write(
                    connection,
                    "insert into identity_grant (id, account_id, role_id, created) values (?, ?, ?, ?)",
                    UUID.randomUUID().toString(),
                    account,
                    role,
                    now);
            write(
                    connection,
                    "insert into identity_session (hash, handle, account_id, method, client, started, last_seen)"
                            + " values (?, ?, ?, 'password', 'Bench', ?, ?)",
                    sha256(session),
                    UUID.randomUUID().toString(),
                    account,
                    now,
                    now);
            connection.commit();
        }
        return session;
    }

    /**
     * Writes the token of a machine, which may do something everywhere.
     *
     * @param database the platform's
     * @param permissions what
     * @return the token, as it is sent
     * @throws SQLException when it cannot be written
     */
    public static String token(Database database, String... permissions) throws SQLException {
        String id = UUID.randomUUID().toString();
        String secret = "kw_"
                + (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "").substring(0, 43);
        try (Connection connection = database.connect()) {
            write(
                    connection,
                    "insert into identity_token (id, name, name_key, kind, hash, created)"
                            + " values (?, 'Bench', 'bench', 'MACHINE', ?, ?)",
                    id,
                    sha256(secret),
                    Timestamp.from(Instant.now()));
            for (String permission : permissions) {
                write(
                        connection,
                        "insert into identity_token_permission (token_id, permission) values (?, ?)",
                        id,
                        permission);
            }
            connection.commit();
        }
        return secret;
    }

    private static void write(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
