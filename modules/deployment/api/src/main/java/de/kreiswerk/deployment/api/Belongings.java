package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.text.Text;
import java.util.List;

/**
 * What would be lost if a component were removed with its data.
 *
 * @param component the component's name
 * @param tables the tables that its migrations made, by name
 * @param configurations the PIDs of its configurations, and of those that it had once, by name
 * @param versions how many versions of it are kept
 * @param bytes how large their archives are together
 * @param refusals why it cannot be done, a sentence each; empty when it can
 * @param notes what stays although one might think that it goes, a sentence each
 */
public record Belongings(
        String component,
        List<Table> tables,
        List<String> configurations,
        int versions,
        long bytes,
        List<Text> refusals,
        List<Text> notes) {

    /** Copies the lists. */
    public Belongings {
        tables = List.copyOf(tables);
        configurations = List.copyOf(configurations);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /**
     * Whether it can be done.
     *
     * @return true when nothing speaks against it
     */
    public boolean isPossible() {
        return refusals.isEmpty();
    }

    /**
     * A table.
     *
     * @param name its name
     * @param rows how many it has
     */
    public record Table(String name, long rows) {}
}
