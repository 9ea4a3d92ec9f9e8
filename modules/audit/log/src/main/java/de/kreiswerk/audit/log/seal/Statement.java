package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * That keys vouch for each other, as the verifier takes it: one that it refuses would make it refuse all others, too.
 *
 * @param note what was signed
 * @param named the texts of the keys, at least two, the newest first
 */
record Statement(Note note, List<String> named) {

    /** A checkpoint begins with the log's name, and has a number in its second line. */
    private static final String HEAD = "kreiswerk-seal-keys/v1\n";

    /** How many keys it names at most. */
    static final int MOST_KEYS = 10;

    static Statement unsigned(List<VerifierKey> keys) {
        List<String> named = keys.stream().map(VerifierKey::text).toList();
        return new Statement(new Note(HEAD + String.join("\n", named) + "\n", List.of()), named);
    }

    /** What somebody put into the database may be anything. */
    static Optional<Statement> parse(String text) {
        try {
            Note note = Note.parse(text.getBytes(StandardCharsets.UTF_8));
            if (!note.text().startsWith(HEAD)) {
                return Optional.empty();
            }
            List<String> named = note.text().substring(HEAD.length()).lines().toList();
            return areKeys(named) ? Optional.of(new Statement(note, named)) : Optional.empty();
        } catch (BadNote | BadKey e) {
            return Optional.empty();
        }
    }

    private static boolean areKeys(List<String> named) throws BadKey {
        for (String text : named) {
            if (!VerifierKey.parse(text).text().equals(text)) {
                return false;
            }
        }
        return named.size() >= 2
                && named.size() <= MOST_KEYS
                && named.stream().distinct().count() == named.size();
    }

    boolean isSignedByOneOf(Collection<String> keys) {
        return named.stream().filter(keys::contains).map(KeyTable::parse).anyMatch(note::isSignedBy);
    }

    /** And by nobody else. */
    boolean isSignedByAll() {
        return named.size() == note.signatures().size()
                && named.stream().map(KeyTable::parse).allMatch(note::isSignedBy);
    }

    /**
     * Whether an older key vouches for a newer one everywhere.
     *
     * @param registered all keys of the log, the oldest first
     */
    boolean isNewestFirst(List<String> registered) {
        List<Integer> places = named.stream().map(registered::indexOf).toList();
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i) >= places.get(i - 1)) {
                return false;
            }
        }
        return !places.contains(-1);
    }

    String text() {
        return new String(note.bytes(), StandardCharsets.UTF_8);
    }
}
