package de.kreiswerk.deployment.archive.pack;

import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.ArchiveKind;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.signature.SignedText;
import de.kreiswerk.deployment.archive.zip.Entry;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.archive.zip.ZipWriter;
import java.util.List;

/** Signs archives. */
public final class Signer {

    private Signer() {}

    /**
     * Adds a signature. Those of others stay when they are for the same contents; all other entries stay as they are.
     *
     * @param archive signed or not
     * @param key who signs
     * @param limits within which the signed archive is read again
     * @return the signed archive
     * @throws BadArchive when the signature makes it larger than the limits allow
     */
    public static Archive sign(Archive archive, SignerKey key, Limits limits) throws BadArchive {
        String text = SignedText.of(archive);
        Note note = signedBefore(archive, text).with(key.sign(text));
        ZipWriter writer = new ZipWriter();
        for (Entry entry : archive.entriesInPlace()) {
            if (archive.kind() == ArchiveKind.COMPONENT || entry.isFolder()) {
                writer.stored(entry.name(), entry.bytes());
            } else {
                writer.deflated(entry.name(), entry.bytes());
            }
        }
        return Archive.read(writer.stored(Archive.NOTE, note.bytes()).bytes(), limits);
    }

    private static Note signedBefore(Archive archive, String text) {
        Note none = new Note(text, List.of());
        if (archive.note().isEmpty()) {
            return none;
        }
        try {
            Note note = Note.parse(archive.note().get());
            return note.text().equals(text) ? note : none;
        } catch (BadNote e) {
            return none;
        }
    }
}
