package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Archives in the store of blobs. */
public final class StoredArchives {

    private static final Logger LOG = LoggerFactory.getLogger(StoredArchives.class);

    private StoredArchives() {}

    /**
     * Who needs the archives of a component's versions, as the store of blobs has it.
     *
     * @param component the component's name
     * @return the owner
     */
    public static String owner(String component) {
        return "deployment/" + component;
    }

    /**
     * Reads an archive.
     *
     * @param blobs the store
     * @param sha256 its hash
     * @return empty when it is not there
     * @throws BadArchive when it is no archive any more
     * @throws IOException when it cannot be read
     */
    public static Optional<Archive> read(BlobStore blobs, String sha256) throws BadArchive, IOException {
        Optional<BlobStore.Blob> blob = blobs.find(sha256);
        if (blob.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(Math.toIntExact(blob.get().size()));
        blobs.copy(sha256, 0, blob.get().size(), bytes);
        return Optional.of(Archive.read(bytes.toByteArray(), Limits.standard()));
    }

    /**
     * What the bundles of an archive are, byte by byte.
     *
     * @param blobs the store
     * @param sha256 the archive's hash
     * @return the SHA-256 of each by its symbolic name; empty when the archive cannot be read
     */
    public static Map<String, String> contents(BlobStore blobs, String sha256) {
        try {
            return read(blobs, sha256).stream()
                    .flatMap(archive -> archive.component().bundles().stream())
                    .collect(Collectors.toMap(ComponentBundle::symbolicName, ComponentBundle::sha256));
        } catch (BadArchive | IOException e) {
            LOG.warn("The archive {} cannot be read", sha256, e);
            return Map.of();
        }
    }
}
