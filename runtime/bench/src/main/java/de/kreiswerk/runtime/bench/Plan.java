package de.kreiswerk.runtime.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param papers imports in a round
 * @param clients clients that import at once, and threads of the raw loop
 * @param warmUp imports before the first round, on either side
 * @param importRounds rounds of imports
 * @param writers how many write at once, where transactions are compared
 * @param writeMillis how long a round of transactions takes
 * @param writeRounds rounds of transactions
 * @param starts starts on either side
 */
record Plan(
        int papers,
        int clients,
        int warmUp,
        int importRounds,
        List<Integer> writers,
        long writeMillis,
        int writeRounds,
        int starts) {

    static Plan full() {
        return new Plan(1_000, 8, 3_000, 5, List.of(1, 16), 4_000, 7, 7);
    }

    /** Says whether everything still works, and nothing about speed. */
    static Plan quick() {
        return new Plan(16, 2, 8, 1, List.of(2), 200, 1, 1);
    }
}
