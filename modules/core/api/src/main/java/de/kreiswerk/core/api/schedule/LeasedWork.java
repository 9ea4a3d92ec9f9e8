package de.kreiswerk.core.api.schedule;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Work that is done by one node of the platform at a time, again and again. Register it as a service with the properties
 * {@link #NAME} and {@link #INTERVAL_MILLIS}; it is run while the node holds the lease of that name. Work must bear being
 * cut off: another node takes over when a lease ran out.
 */
@ConsumerType
public interface LeasedWork {

    /** Service property: the lasting name of the work, such as {@code audit.sequencer}. */
    String NAME = "kreiswerk.work.name";

    /**
     * Service property: how long to wait between two runs, in milliseconds, at least 10. What waits for 5,000 or more also waits for
     * 5,000 before the first.
     */
    String INTERVAL_MILLIS = "kreiswerk.work.interval";

    /**
     * Does a piece of the work. Must not block for longer than a few seconds, and must use {@link Lease#confirm} in each
     * transaction whose effect only the holder may have.
     *
     * @param lease proves that this node is the one
     * @throws Exception is logged; the work is tried again after the interval
     */
    void run(Lease lease) throws Exception;
}
