package de.kreiswerk.core.api.backup;

import de.kreiswerk.core.api.identity.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes backups while the platform runs. A backup shows the database as it was at one moment, whatever is written meanwhile,
 * and goes into an empty H2 or PostgreSQL. The master key and what only the moment needs, such as sessions, are not in it.
 */
@ProviderType
public interface Backups {

    /** The permission to make a backup: it holds everything, so whoever has it can read everything but names in the trail. */
    String PERMISSION = "platform.backup";

    /**
     * Makes a backup. That one was begun and how it ended is in the trail.
     *
     * @param caller who wants it
     * @param out where to; not closed. Nothing is written to it before the caller was found to be allowed
     * @return what was made
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN without {@link #PERMISSION} everywhere, of
     *     kind CONFLICT while another backup is being made
     * @throws IOException when writing fails; what was written then is no backup
     */
    Backup write(Caller caller, OutputStream out) throws IOException;

    /**
     * The newest backup that was finished.
     *
     * @return empty when there is none
     */
    Optional<Backup> last();

    /**
     * A backup that was finished.
     *
     * @param moment what is in it was so at this time, or a moment later
     * @param finished when it was finished
     * @param bytes its size
     * @param rows how many rows of all tables are in it
     */
    record Backup(Instant moment, Instant finished, long bytes, long rows) {}
}
