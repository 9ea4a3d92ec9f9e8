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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which keys vouch for each other. While one key replaces another, both sign a statement that names both; who believes one of them may
 * then believe the other. That both stand below a checkpoint says less: everybody can put a signature below what another has signed.
 */
final class Vouching {

    /** A checkpoint begins with the log's name, and has a number in its second line. */
    private static final String HEAD = "kreiswerk-seal-keys/v1\n";

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
                List<String> named =
                        statement.text().substring(HEAD.length()).lines().toList();
                if (isSigned(statement, named, believed)) {
                    isMore |= believed.addAll(named);
                }
            }
        }
        return believed;
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
