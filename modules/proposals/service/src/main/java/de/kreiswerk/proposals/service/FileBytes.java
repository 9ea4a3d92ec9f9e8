package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.persistence.BlobStore;
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

    void keep(AttachedFileEntity file, ReceivedFile received) {
        try (InputStream in = received.open()) {
            blobs.store(in, Papers.MAX_ATTACHMENT_BYTES, owner(file));
        } catch (IOException e) {
            throw new PersistenceFailure("The bytes of an attachment could not be kept", e);
        }
    }

    void release(AttachedFileEntity file) {
        blobs.release(file.sha256, owner(file));
    }

    private static String owner(AttachedFileEntity file) {
        return "paper-file/" + file.id;
    }
}
