package de.kreiswerk.deployment.archive.component;

import java.util.List;

/**
 * How a component shows that it works.
 *
 * @param paths addresses on the platform that must answer with success, each beginning with a slash
 * @param tags tags of its health checks (Felix)
 */
public record HealthChecks(List<String> paths, List<String> tags) {

    /** Copies. */
    public HealthChecks {
        paths = List.copyOf(paths);
        tags = List.copyOf(tags);
    }
}
