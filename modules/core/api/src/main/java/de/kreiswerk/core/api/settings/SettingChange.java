package de.kreiswerk.core.api.settings;

import java.time.Instant;
import java.util.List;

/**
 * A change that was made.
 *
 * @param number its number within the group, which is the revision that came of it
 * @param time when it was made
 * @param kind what was done
 * @param differences what it changed
 */
public record SettingChange(long number, Instant time, Kind kind, List<Difference> differences) {

    /** Copies the list. */
    public SettingChange {
        differences = List.copyOf(differences);
    }

    /** What was done. */
    public enum Kind {
        /** A configuration of a factory came. */
        CREATED,
        /** Values were set. */
        CHANGED,
        /** A configuration of a factory went. */
        DELETED
    }

    /**
     * One setting that was changed.
     *
     * @param key its key
     * @param secret whether it is a secret; both values are empty then
     * @param before what was set, empty when the default held
     * @param after what is set since, empty when the default holds
     */
    public record Difference(String key, boolean secret, List<String> before, List<String> after) {

        /** Copies the lists. */
        public Difference {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
