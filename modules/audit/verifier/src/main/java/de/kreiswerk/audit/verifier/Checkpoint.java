package de.kreiswerk.audit.verifier;

import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A checkpoint (C2SP tlog-checkpoint) whose signature is right.
 *
 * @param origin the log's name
 * @param size how many entries it covers
 * @param root the root of the tree over them
 * @param signers the keys that signed it, of those that are trusted
 */
record Checkpoint(String origin, long size, byte[] root, List<VerifierKey> signers) {

    private static final int LINES = 3;

    /** Reads one, and believes it only when a trusted key of the log's name signed it. */
    static Checkpoint verified(byte[] bytes, Trust trusted) throws Refusal {
        Note note;
        try {
            note = Note.parse(bytes);
        } catch (BadNote e) {
            throw Texts.damaged();
        }
        List<String> lines = note.text().lines().toList();
        if (lines.size() < LINES || lines.stream().anyMatch(String::isEmpty)) {
            throw Texts.damaged();
        }
        String origin = lines.get(0);
        long size = Texts.number(lines.get(1));
        byte[] root = Texts.hash(lines.get(2));
        List<VerifierKey> named = trusted.signers(note, origin);
        if (named.isEmpty()) {
            throw trusted.noSigner(origin);
        }
        if (!named.stream().allMatch(note::isSignedBy)) {
            throw Refusal.notProven(
                    "Die Signatur des Checkpoints ist falsch: er wurde nach dem Signieren verändert oder gefälscht.",
                    "The checkpoint's signature is wrong: it was changed after it was signed, or forged.");
        }
        return new Checkpoint(origin, size, root, named);
    }

    static Checkpoint verified(String text, Trust trusted) throws Refusal {
        return verified(text.getBytes(StandardCharsets.UTF_8), trusted);
    }
}
