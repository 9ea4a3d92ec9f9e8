package de.kreiswerk.audit.log.checkpoint;

import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the keys are that sign the log: anywhere but in the database. */
public interface KeyStore {

    /** How many keys sign at most. */
    int MOST = 10;

    /**
     * The keys that sign, the newest first. While one replaces another both are there, and both sign.
     *
     * @return none when there are none yet
     * @throws IOException when they cannot be read
     */
    List<LogSigner> signers() throws IOException;

    /**
     * Makes the first key.
     *
     * @param name the log's lasting name
     * @return the key, kept for good before this returns; never in the place of another
     * @throws IOException when it cannot be kept
     */
    LogSigner create(String name) throws IOException;

    /**
     * Takes back what {@link #create} has made, because another node was faster.
     *
     * @throws IOException when it cannot be taken back
     */
    void discard() throws IOException;

    /**
     * What is wrong with how the keys are kept, for people.
     *
     * @return nothing when nothing is known to be
     */
    Optional<Text> concern();

    /**
     * Where the keys are looked for, for people.
     *
     * @return such as a file
     */
    Text place();
}
