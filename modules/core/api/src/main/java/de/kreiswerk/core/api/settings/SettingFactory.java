package de.kreiswerk.core.api.settings;

import java.time.Instant;
import java.util.List;

/**
 * A component of which there are as many as there are configurations of it.
 *
 * @param pid its PID; a configuration's has a tilde and a name behind it
 * @param title what one of them is
 * @param description more about it, empty when there is none
 * @param own whether it belongs to the platform and not to a third party
 * @param settings what a new configuration begins with, in the component's order
 * @param configurations those that are there, by name
 * @param deletions those that were deleted last and can be brought back, the newest first, at most 20
 */
public record SettingFactory(
        String pid,
        String title,
        String description,
        boolean own,
        List<Setting> settings,
        List<Configuration> configurations,
        List<Deletion> deletions) {

    /** Copies the lists. */
    public SettingFactory {
        settings = List.copyOf(settings);
        configurations = List.copyOf(configurations);
        deletions = List.copyOf(deletions);
    }

    /**
     * A configuration.
     *
     * @param pid its PID
     * @param name what stands behind the tilde
     * @param source who determines that it is there; one that file or environment determine cannot be deleted
     */
    public record Configuration(String pid, String name, Setting.Source source) {}

    /**
     * A configuration that was deleted.
     *
     * @param pid its PID
     * @param name its name
     * @param number the number of the change, which is its revision
     * @param time when
     */
    public record Deletion(String pid, String name, long number, Instant time) {}
}
