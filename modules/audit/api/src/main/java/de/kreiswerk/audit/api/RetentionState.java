package de.kreiswerk.audit.api;

import java.util.Map;

/**
 * How long records are kept, and what could go.
 *
 * @param years how many years records of an area are kept; 0 stands for ever
 * @param otherwise how many years records of all other areas are kept; 0 stands for ever
 * @param wrong what is wrong with what was set up, null when nothing is; then nothing is removed
 * @param minimum how many records at the beginning were removed
 * @param due the number up to which records could be removed now; {@code minimum} when there is none
 * @param held whether it were more without holds
 */
public record RetentionState(
        Map<String, Integer> years, int otherwise, String wrong, long minimum, long due, boolean held) {

    /** Copies the map. */
    public RetentionState {
        years = Map.copyOf(years);
    }
}
