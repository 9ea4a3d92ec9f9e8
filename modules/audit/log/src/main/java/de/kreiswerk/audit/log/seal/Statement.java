package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * That keys vouch for each other, as the verifier takes it: one that it refuses would make it refuse all others, too.
 *
 * @param note what was signed
 * @param keys at least two, the newest first
 */
record Statement(Note note, List<VerifierKey> keys) {

    /** A checkpoint begins with the log's name, and has a number in its second line. */
    private static final String HEAD = "kreiswerk-seal-keys/v1\n";

    /** How many keys it names at most. */
    static final int MOST_KEYS = 10;

    /** What keys are to sign. */
    static Note unsigned(List<VerifierKey> keys) {
        return new Note(HEAD + keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining()), List.of());
    }

    /** What somebody put into the database may be anything. */
    static Optional<Statement> parse(String text) {
        try {
            Note note = Note.parse(text.getBytes(StandardCharsets.UTF_8));
            if (!note.text().startsWith(HEAD)) {
                return Optional.empty();
            }
            List<VerifierKey> keys = new ArrayList<>();
            for (String line : note.text().substring(HEAD.length()).lines().toList()) {
                keys.add(VerifierKey.parse(line));
            }
            boolean isOne = keys.size() >= 2
                    && keys.size() <= MOST_KEYS
                    && keys.stream().distinct().count() == keys.size()
                    && unsigned(keys).text().equals(note.text());
            return isOne ? Optional.of(new Statement(note, keys)) : Optional.empty();
        } catch (BadNote | BadKey e) {
            return Optional.empty();
        }
    }

    boolean isSignedByOneOf(Collection<VerifierKey> believed) {
        return keys.stream().filter(believed::contains).anyMatch(note::isSignedBy);
    }

    /** And by nobody else. */
    boolean isSignedByAll() {
        return keys.size() == note.signatures().size() && keys.stream().allMatch(note::isSignedBy);
    }

    /**
     * Whether an older key vouches for a newer one everywhere.
     *
     * @param registered all keys of the log, the oldest first
     */
    boolean isNewestFirst(List<VerifierKey> registered) {
        List<Integer> places = keys.stream().map(registered::indexOf).toList();
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
