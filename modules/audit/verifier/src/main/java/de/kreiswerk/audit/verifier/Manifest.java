package de.kreiswerk.audit.verifier;

import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * With which records a package was handed out, as it says itself (a signed note).
 *
 * @param count how many
 * @param numbers the hash of their numbers
 * @param isSigned whether somebody says so who is trusted; else whoever took a record out may have changed it as well
 */
record Manifest(long count, byte[] numbers, boolean isSigned) {

    static final String NAME = "manifest";

    private static final String HEAD = "kreiswerk-package/v1";
    private static final int LINES = 6;

    static Manifest of(byte[] bytes, Checkpoint checkpoint, Trust trusted) throws Refusal {
        Note note;
        try {
            note = Note.parse(bytes);
        } catch (BadNote e) {
            throw Texts.damaged();
        }
        List<String> lines = note.text().lines().toList();
        if (lines.size() != LINES || !lines.get(0).equals(HEAD)) {
            throw Texts.damaged();
        }
        if (!lines.get(1).equals(checkpoint.origin())
                || Texts.number(lines.get(2)) != checkpoint.size()
                || !Arrays.equals(Texts.hash(lines.get(3)), checkpoint.root())) {
            throw Refusal.notProven(
                    "Das Verzeichnis der Einträge gehört zu einem anderen Stand als der Checkpoint.",
                    "The list of records belongs to another state than the checkpoint.");
        }
        List<VerifierKey> named = trusted.signers(note, checkpoint.origin());
        if (!named.stream().allMatch(note::isSignedBy)) {
            throw Refusal.notProven(
                    "Die Signatur des Verzeichnisses ist falsch: es wurde nach dem Signieren verändert oder gefälscht.",
                    "The signature of the list is wrong: it was changed after it was signed, or forged.");
        }
        return new Manifest(Texts.number(lines.get(4)), Texts.hash(lines.get(5)), !named.isEmpty());
    }

    /** Refuses what is not the records with which the package was handed out. */
    void require(Numbers found) throws Refusal {
        if (found.count() != count) {
            throw Refusal.notProven(
                    "Ausgegeben wurde das Paket mit so vielen Einträgen: " + count + ". In records.jsonl stehen "
                            + found.count() + ": es wurden welche weggelassen oder hinzugefügt.",
                    "The package was handed out with so many records: " + count + ". In records.jsonl there are "
                            + found.count() + ": some were left out or put in.");
        }
        if (!MessageDigest.isEqual(numbers, found.hash())) {
            throw Refusal.notProven(
                    "Ausgegeben wurde das Paket mit anderen Einträgen, als in records.jsonl stehen.",
                    "The package was handed out with other records than those in records.jsonl.");
        }
    }
}
