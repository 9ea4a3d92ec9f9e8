package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.checkpoint.TreeHead;
import de.kreiswerk.audit.log.seal.CheckpointTable.Sealed;
import de.kreiswerk.audit.log.tree.DamagedLog;
import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;

/**
 * What is believed of the database before the tree grows: the last checkpoint, when a key signed it that is not from there. Who
 * can write to the database only can change the tree and its root together, and register a key of their own, but not sign.
 */
final class Past {

    private final List<VerifierKey> trusted;

    /**
     * Believes some keys.
     *
     * @param trusted those at hand, and one that the operator named; never one that only the database knows
     */
    Past(Collection<VerifierKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Reads what was signed of a tree.
     *
     * @param sealed the last state in the database
     * @return its root, as it was signed
     * @throws DamagedLog when it was not signed so
     */
    byte[] root(Sealed sealed) {
        if (sealed.size() == 0) {
            return sealed.root();
        }
        Note note;
        try {
            note = Note.parse(sealed.note().getBytes(StandardCharsets.UTF_8));
        } catch (BadNote e) {
            throw damaged(sealed, "ist nicht lesbar", "cannot be read");
        }
        TreeHead head =
                TreeHead.parse(note.text()).orElseThrow(() -> damaged(sealed, "ist nicht lesbar", "cannot be read"));
        if (trusted.stream().noneMatch(key -> key.name().equals(head.origin()) && note.isSignedBy(key))) {
            throw damaged(
                    sealed,
                    "trägt keine Signatur eines Schlüssels, der hier ist. Legen Sie nach einem Schlüsselwechsel die Zeile des alten"
                            + " Schlüssels zurück, bis beide signiert haben; sonst hat jemand die Datenbank geändert",
                    "was signed by no key that is at hand. After a change of keys put the"
                            + " old key's line back until both have signed; otherwise somebody changed the database");
        }
        if (head.size() != sealed.size() || !MessageDigest.isEqual(head.root(), sealed.root())) {
            throw damaged(
                    sealed,
                    "sagt etwas anderes, als neben ihm gespeichert ist",
                    "says something else than what is stored beside it");
        }
        return head.root();
    }

    private static DamagedLog damaged(Sealed sealed, String german, String english) {
        return new DamagedLog(
                "Der letzte Checkpoint, von " + sealed.size() + " Einträgen, " + german,
                "The last checkpoint, of " + sealed.size() + " records, " + english);
    }
}
