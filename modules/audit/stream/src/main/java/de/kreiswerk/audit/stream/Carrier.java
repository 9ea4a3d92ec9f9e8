package de.kreiswerk.audit.stream;

import de.kreiswerk.audit.sendkit.SendingFailed;
import de.kreiswerk.core.api.audit.AuditRecord;
import java.time.Duration;
import java.util.List;

/** Carries records to a receiver. {@link #send} is called by one thread at a time, everything else by any. */
public interface Carrier extends AutoCloseable {

    /**
     * For how long what was sent may still be lost with the connection, because nobody acknowledged it.
     *
     * @return zero when what was sent arrived
     */
    Duration unsure();

    /**
     * Whether the connection by which something was sent last is still there.
     *
     * @return false when what is sent next begins anew, with whatever may have been lost
     */
    boolean goesOn();

    /**
     * Whether the receiver ended the connection that is gone, in good order: then it had taken what had reached it.
     *
     * @return false when it broke, or when nobody knows
     */
    default boolean endedWell() {
        return false;
    }

    /**
     * Sends.
     *
     * @param records in the order of the trail, at least one
     * @param anew whether they begin a new connection; else they go on with the one that is there, or fail
     * @throws SendingFailed when they did not arrive, or nobody knows
     */
    void send(List<AuditRecord> records, boolean anew) throws SendingFailed;

    /**
     * For how long a sending may take, all in all.
     *
     * @return then it is cut off
     */
    Duration longest();

    /**
     * Ends in good order, once nothing is sent any more.
     *
     * @throws SendingFailed when the receiver did not hear it
     */
    void farewell() throws SendingFailed;

    /** Ends the connection at once; what is being sent fails. */
    void hangUp();

    /** Hangs up for good: nothing is sent any more. */
    @Override
    void close();
}
