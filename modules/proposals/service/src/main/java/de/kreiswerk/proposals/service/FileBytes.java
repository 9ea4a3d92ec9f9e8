package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.BlobStore.Received;
import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.proposals.api.Papers;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of attachments where all large bytes are kept. Each file owns its own, so that they go with the last file that has them. */
final class FileBytes {

    private final BlobStore blobs;

    FileBytes(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Takes in what comes as slowly as its sender likes, before the transaction that keeps it. */
    Received receive(InputStream bytes) {
        try {
            return blobs.receive(bytes, Papers.MAX_ATTACHMENT_BYTES);
        } catch (IOException e) {
            throw new PersistenceFailure("The bytes of an attachment could not be read to their end", e);
        }
    }

    void keep(AttachedFileEntity file, Received received) {
        blobs.store(received, owner(file));
    }

    void release(AttachedFileEntity file) {
        blobs.release(file.sha256, owner(file));
    }

    private static String owner(AttachedFileEntity file) {
        return "paper-file/" + file.id;
    }
}
