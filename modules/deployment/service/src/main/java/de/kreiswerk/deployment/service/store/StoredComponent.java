package de.kreiswerk.deployment.service.store;

import java.time.Instant;

/**
 * A row of {@code deployment_component}.
 *
 * @param name its name
 * @param department whose it is
 * @param active the archive that is to run, may be null
 * @param since when it was switched, may be null
 * @param by who switched it, may be null
 * @param revision counts switches
 * @param switching the switch under way, may be null
 * @param deleting the switch after which it goes with its data, null when it stays
 */
public record StoredComponent(
        String name,
        String department,
        String active,
        Instant since,
        String by,
        long revision,
        String switching,
        String deleting) {}
