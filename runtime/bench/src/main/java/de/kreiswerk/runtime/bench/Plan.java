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
 * @param switches how often a component is switched
 * @param face how much of the public face
 */
record Plan(
        int papers,
        int clients,
        int warmUp,
        int importRounds,
        List<Integer> writers,
        long writeMillis,
        int writeRounds,
        int starts,
        int switches,
        Face face) {

    /**
     * The public face.
     *
     * @param papers how many papers are published
     * @param ids how many of them are asked for by id
     * @param millis how long a round of load takes
     * @param rounds rounds of load
     * @param starts starts on either side, that of the servers which are measured then included
     * @param crawls how often each side is read from end to end
     * @param idleMillis how long nobody asks for anything before memory is read
     * @param publications how often something is published and looked for
     */
    record Face(
            int papers, int ids, long millis, int rounds, int starts, int crawls, long idleMillis, int publications) {}

    static Plan full() {
        return new Plan(
                1_000,
                8,
                3_000,
                5,
                List.of(1, 16),
                4_000,
                7,
                7,
                1_000,
                new Face(100_000, 1_000, 5_000, 3, 3, 1, 10_000, 100));
    }

    /** Says whether everything still works, and nothing about speed. */
    static Plan quick() {
        return new Plan(16, 2, 8, 1, List.of(2), 200, 1, 1, 3, new Face(250, 50, 1_000, 1, 1, 1, 500, 5));
    }
}
