package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which keys vouch for each other. While one key replaces another, both sign a statement that names both; who believes one of them may
 * then believe the other. That both stand below a checkpoint says less: everybody can put a signature below what another has signed.
 */
final class Vouching {

    /** How many statements are handed out at most, and the verifier reads. */
    private static final int MOST = 100;

    private final Transaction tx;

    Vouching(Transaction tx) {
        this.tx = tx;
    }

    /**
     * Lets keys vouch for each other, unless they have.
     *
     * @param signers the newest first
     */
    void add(List<LogSigner> signers, Instant time) throws SQLException {
        Map<VerifierKey, LogSigner> once = new LinkedHashMap<>();
        // A line that somebody wrote twice.
        signers.forEach(each -> once.putIfAbsent(each.verifier(), each));
        List<LogSigner> newest =
                once.values().stream().limit(Statement.MOST_KEYS).toList();
        List<VerifierKey> keys = newest.stream().map(LogSigner::verifier).toList();
        if (keys.size() < 2 || isComplete(keys)) {
            return;
        }
        Note note = Statement.unsigned(keys);
        for (LogSigner signer : newest) {
            note = note.with(signer.sign(note.text()));
        }
        try (PreparedStatement insert =
                tx.connection().prepareStatement("insert into audit_seal_vouching (id, note, made) values (?, ?, ?)")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, new String(note.bytes(), StandardCharsets.UTF_8));
            insert.setTimestamp(3, Timestamp.from(time));
            insert.executeUpdate();
        }
    }

    /** One the wrong way round does not count: by it the older key would not vouch for the newer one. */
    private boolean isComplete(List<VerifierKey> keys) throws SQLException {
        return right(statements()).stream().anyMatch(each -> each.keys().containsAll(keys));
    }

    /**
     * Whom to believe.
     *
     * @param keys those that are believed because they are at hand
     * @return they, and the keys for which they vouch, and so on
     */
    Set<VerifierKey> believed(Collection<VerifierKey> keys) throws SQLException {
        return believed(keys, statements());
    }

    private static Set<VerifierKey> believed(Collection<VerifierKey> keys, List<Statement> statements) {
        Set<VerifierKey> believed = new LinkedHashSet<>(keys);
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Statement statement : statements) {
                if (statement.isSignedByOneOf(believed)) {
                    isMore |= believed.addAll(statement.keys());
                }
            }
        }
        return believed;
    }

    /**
     * What others need to follow from an older key to a newer one.
     *
     * @param keys those that are believed because they are at hand
     * @return the statements that name none but keys that are believed then, and are signed by all of these, each newer key
     *     before the older ones: notes, one behind the other, the oldest first; those of the newest when there are too many
     */
    String published(Collection<VerifierKey> keys) throws SQLException {
        List<Statement> statements = statements();
        Set<VerifierKey> believed = believed(keys, statements);
        Map<String, String> notes = new LinkedHashMap<>();
        for (Statement statement : right(statements)) {
            if (believed.containsAll(statement.keys())) {
                notes.putIfAbsent(statement.note().text(), statement.text());
            }
        }
        return notes.values().stream().skip(Math.max(0, notes.size() - MOST)).collect(Collectors.joining());
    }

    /** The order in which keys were registered says which is newer: the one in a statement may be that of lines that somebody mixed up. */
    private List<Statement> right(List<Statement> statements) throws SQLException {
        List<VerifierKey> registered =
                new KeyTable(tx).all().stream().map(KeyTable.Registered::key).toList();
        return statements.stream()
                .filter(each -> each.isNewestFirst(registered) && each.isSignedByAll())
                .toList();
    }

    private List<Statement> statements() throws SQLException {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select note from audit_seal_vouching order by made, id");
                ResultSet row = select.executeQuery()) {
            List<Statement> statements = new ArrayList<>();
            while (row.next()) {
                // What is none vouches for nobody, and keeps nobody else from being believed.
                Statement.parse(row.getString(1)).ifPresent(statements::add);
            }
            return statements;
        }
    }
}
