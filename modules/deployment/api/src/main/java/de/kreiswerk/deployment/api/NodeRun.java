package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.text.Text;
import java.time.Instant;

/**
 * What a node of the platform runs of a component.
 *
 * @param node the node's id: random, lasting as its data directory
 * @param own whether it is the node that was asked
 * @param archive the archive that it runs, null when it runs none
 * @param version its version, null when none runs or it was forgotten
 * @param reason why it does not run what is to run, in one sentence; null when it does, or is on its way
 * @param seen when the node last said that it is there
 */
public record NodeRun(String node, boolean own, String archive, String version, Text reason, Instant seen) {}
