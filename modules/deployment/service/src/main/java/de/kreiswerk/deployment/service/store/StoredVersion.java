package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import java.time.Instant;

/**
 * A row of {@code deployment_version}.
 *
 * @param component the component's name
 * @param archive the archive
 * @param version its version
 * @param state what became of it
 * @param bytes its size
 * @param uploaded when
 * @param uploadedBy who
 * @param approvedBy who, may be null
 * @param lastActive when it was last switched, may be null
 * @param facts what is known of it
 * @param configuration its configurations when it was last switched away from, may be null
 * @param quarantine why it is in quarantine, null when it is not
 */
public record StoredVersion(
        String component,
        String archive,
        String version,
        State state,
        long bytes,
        Instant uploaded,
        String uploadedBy,
        String approvedBy,
        Instant lastActive,
        VersionFacts facts,
        String configuration,
        Text quarantine) {}
