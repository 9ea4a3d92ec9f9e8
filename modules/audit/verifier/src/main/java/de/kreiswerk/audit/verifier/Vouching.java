package de.kreiswerk.audit.verifier;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement that keys of one log belong together, made while newer ones replaced older ones (a signed note).
 *
 * @param keys at least two, the newest first
 * @param counts whether each of them has signed it, and nobody else; otherwise whoever has one of them could have made it up
 */
record Vouching(List<VerifierKey> keys, boolean counts) {

    private static final String HEAD = "kreiswerk-seal-keys/v1\n";

    private static final int MOST_STATEMENTS = 100;
    private static final int MOST_KEYS = 10;

    /** Reads statements, one behind the other. */
    static List<Vouching> parse(byte[] bytes) throws Refusal {
        String text = Texts.utf8(bytes);
        String[] notes = text.isEmpty() ? new String[0] : text.split("(?<=\n)(?=" + HEAD + ")");
        if (notes.length > MOST_STATEMENTS) {
            throw Texts.damaged();
        }
        List<Vouching> statements = new ArrayList<>();
        for (String note : notes) {
            if (!note.startsWith(HEAD)) {
                throw Texts.damaged();
            }
            statements.add(of(note.getBytes(StandardCharsets.UTF_8)));
        }
        return statements;
    }

    private static Vouching of(byte[] bytes) throws Refusal {
        Note note;
        try {
            note = Note.parse(bytes);
        } catch (BadNote e) {
            throw Texts.damaged();
        }
        List<VerifierKey> keys = keys(note.text().substring(HEAD.length()));
        boolean isOfOneLog = keys.stream().map(VerifierKey::name).distinct().count() == 1;
        return new Vouching(
                keys,
                isOfOneLog
                        && note.signatures().size() == keys.size()
                        && keys.stream().allMatch(note::isSignedBy));
    }

    private static List<VerifierKey> keys(String lines) throws Refusal {
        List<VerifierKey> keys = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            VerifierKey key = key(line);
            if (keys.contains(key) || keys.size() == MOST_KEYS) {
                throw Texts.damaged();
            }
            keys.add(key);
        }
        if (keys.size() < 2) {
            throw Texts.damaged();
        }
        return List.copyOf(keys);
    }

    private static VerifierKey key(String line) throws Refusal {
        try {
            VerifierKey key = VerifierKey.parse(line);
            if (key.text().equals(line)) {
                return key;
            }
        } catch (BadKey e) {
            throw Texts.damaged();
        }
        throw Texts.damaged();
    }
}
