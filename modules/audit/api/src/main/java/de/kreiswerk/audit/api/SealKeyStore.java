package de.kreiswerk.audit.api;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Holds the keys that sign the trail's checkpoints, where no process of this platform can read them: a hardware security module, a
 * smart card, a signing service. A bundle offers it as a service with the property {@link #NAME}; the platform uses the one that
 * {@code KREISWERK_SEAL_KEY_STORE} names, and no file. While it is away, records are written and sealed when it is back.
 */
@ConsumerType
public interface SealKeyStore {

    /** The service property with the store's name, as {@code KREISWERK_SEAL_KEY_STORE} has it. */
    String NAME = "kreiswerk.seal.store";

    /**
     * The keys that sign. While one replaces another both are there, and both sign. Keys are made in the store, never by the
     * platform. Asked when the platform starts, every 15 seconds until there is one, and when a key that was there does not sign.
     *
     * @return the newest first, at most ten; none when there are none yet
     * @throws IOException when the store does not answer, with a reason for operators
     */
    List<Key> keys() throws IOException;

    /** A key in the store. */
    @ConsumerType
    interface Key {

        /**
         * Its public half.
         *
         * @return {@code NAME+HASH+KEY} for Ed25519 (C2SP signed-note); all keys of a log have the log's name
         */
        String verifier();

        /**
         * Signs. Called about once a second while records are written, and for each package that is handed out.
         *
         * @param note the text of a note (C2SP signed-note) in UTF-8, with its last line feed: of a checkpoint, whose first line is
         *     the log's name; or one that begins with {@code kreiswerk-package/v1}, which records a package has, or with {@code
         *     kreiswerk-seal-keys/v1}, which keys belong to the log
         * @return the Ed25519 signature (RFC 8032), 64 bytes
         * @throws IOException when the store does not sign, with a reason for operators; it is tried again
         */
        byte[] sign(byte[] note) throws IOException;
    }
}
