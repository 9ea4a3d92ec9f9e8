package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.VerifierKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The public keys with which this log was ever signed, in the order in which they came. */
final class KeyTable {

    private final Transaction tx;

    KeyTable(Transaction tx) {
        this.tx = tx;
    }

    /** A public key, and since when it is known. */
    record Registered(VerifierKey key, Instant since) {}

    List<Registered> all() throws SQLException {
        try (PreparedStatement select = tx.connection()
                        .prepareStatement("select verifier, registered from audit_seal_key order by key_number");
                ResultSet row = select.executeQuery()) {
            List<Registered> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(new Registered(
                        parse(row.getString(1)), row.getTimestamp(2).toInstant()));
            }
            return keys;
        }
    }

    /** Those that are believed by who believes the keys at hand. */
    List<Registered> believed(Collection<VerifierKey> atHand) throws SQLException {
        Set<VerifierKey> believed = new Vouching(tx).believed(atHand);
        return all().stream().filter(each -> believed.contains(each.key())).toList();
    }

    static VerifierKey parse(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (BadKey e) {
            throw new IllegalStateException("A key of the log is damaged in the database: " + e.english(), e);
        }
    }

    /** Of two nodes that add the same number, one fails and looks again. */
    void add(int number, VerifierKey key, Instant since) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_seal_key (key_number, verifier, registered) values (?, ?, ?)")) {
            insert.setInt(1, number);
            insert.setString(2, key.text());
            insert.setTimestamp(3, Timestamp.from(since));
            insert.executeUpdate();
        }
    }
}
