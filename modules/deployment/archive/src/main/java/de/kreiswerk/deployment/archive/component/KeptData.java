package de.kreiswerk.deployment.archive.component;

import java.util.List;

/**
 * What stays when a component is removed, unless somebody asks otherwise.
 *
 * @param tables names of its tables
 * @param pids configurations of its own making
 */
public record KeptData(List<String> tables, List<String> pids) {

    /** Copies. */
    public KeptData {
        tables = List.copyOf(tables);
        pids = List.copyOf(pids);
    }
}
