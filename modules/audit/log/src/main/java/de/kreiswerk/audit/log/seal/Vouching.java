package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.notekit.BadNote;
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

    /** A checkpoint begins with the log's name, and has a number in its second line. */
    private static final String HEAD = "kreiswerk-seal-keys/v1\n";

    /** How many statements are handed out at most, and the verifier reads. */
    private static final int MOST = 100;

    private final Transaction tx;

    Vouching(Transaction tx) {
        this.tx = tx;
    }

    /** Lets keys vouch for each other, unless they have. */
    void add(List<LogSigner> signers, Instant time) throws SQLException {
        if (signers.size() < 2 || isComplete(signers)) {
            return;
        }
        StringBuilder text = new StringBuilder(HEAD);
        signers.forEach(each -> text.append(each.verifier().text()).append('\n'));
        Note note = new Note(text.toString(), List.of());
        for (LogSigner signer : signers) {
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

    private boolean isComplete(List<LogSigner> signers) throws SQLException {
        for (LogSigner signer : signers) {
            Set<String> believed = believed(List.of(signer.verifier()));
            if (!signers.stream()
                    .allMatch(each -> believed.contains(each.verifier().text()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whom to believe.
     *
     * @param keys those that are believed because they are at hand
     * @return their texts, and those of the keys for which they vouch, and so on
     */
    Set<String> believed(Collection<VerifierKey> keys) throws SQLException {
        Set<String> believed = new LinkedHashSet<>();
        keys.forEach(each -> believed.add(each.text()));
        List<Note> statements = statements();
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Note statement : statements) {
                List<String> named = named(statement);
                if (isSigned(statement, named, believed)) {
                    isMore |= believed.addAll(named);
                }
            }
        }
        return believed;
    }

    /**
     * What others need to follow from an older key to a newer one.
     *
     * @param keys those that are believed because they are at hand
     * @return the statements that name none but keys that are believed then, and are signed by all of these: notes, one behind the
     *     other, the oldest first; those of the newest when there are too many
     */
    String published(Collection<VerifierKey> keys) throws SQLException {
        Set<String> believed = believed(keys);
        Map<String, String> notes = new LinkedHashMap<>();
        for (Note statement : statements()) {
            if (isSignedByAll(statement, believed)) {
                notes.putIfAbsent(statement.text(), new String(statement.bytes(), StandardCharsets.UTF_8));
            }
        }
        return notes.values().stream().skip(Math.max(0, notes.size() - MOST)).collect(Collectors.joining());
    }

    private static boolean isSignedByAll(Note statement, Set<String> believed) {
        List<String> named = named(statement);
        return named.size() == statement.signatures().size()
                && believed.containsAll(named)
                && named.stream().map(Vouching::key).allMatch(statement::isSignedBy);
    }

    private static List<String> named(Note statement) {
        return statement.text().substring(HEAD.length()).lines().toList();
    }

    private static boolean isSigned(Note statement, List<String> named, Set<String> believed) {
        return named.stream().filter(believed::contains).map(Vouching::key).anyMatch(statement::isSignedBy);
    }

    private static VerifierKey key(String text) {
        return KeyTable.parse(text);
    }

    private List<Note> statements() throws SQLException {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select note from audit_seal_vouching order by made, id");
                ResultSet row = select.executeQuery()) {
            List<Note> statements = new ArrayList<>();
            while (row.next()) {
                try {
                    Note note = Note.parse(row.getString(1).getBytes(StandardCharsets.UTF_8));
                    if (note.text().startsWith(HEAD)) {
                        statements.add(note);
                    }
                } catch (BadNote e) {
                    // It vouches for nobody, and keeps nobody else from being believed.
                }
            }
            return statements;
        }
    }
}
