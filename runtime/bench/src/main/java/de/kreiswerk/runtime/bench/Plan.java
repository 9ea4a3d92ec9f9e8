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
 * @param deployment how much of deploying
 * @param face how much of the public face
 * @param trail how much of the trail
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
        Deployment deployment,
        Face face,
        Trail trail) {

    /**
     * The trail.
     *
     * @param sizes records of the trails that are compared, the smallest first
     * @param warmUpMillis for how long proofs are asked for before they count
     * @param proofs how often one is asked for then
     * @param pages how often a page of each filter is asked for, after as often that does not count
     * @param exported the size of the trail that is exported and verified
     */
    record Trail(List<Long> sizes, long warmUpMillis, int proofs, int pages, long exported) {}

    /**
     * Deploying.
     *
     * @param switches how often a component is switched while people read
     * @param quietMillis for how long they read before
     * @param uploads how often it comes anew, and how often that is planned
     * @param bundles how many are in the framework when it is planned
     * @param exchangeMillis how long a round of exchanges takes, on either side
     * @param exchanges how many there are in a round
     * @param exchangeRounds rounds of exchanges
     * @param restartMillis how long people ask for the peer while it is restarted
     * @param restarts how often that is
     */
    record Deployment(
            int switches,
            long quietMillis,
            int uploads,
            int bundles,
            long exchangeMillis,
            int exchanges,
            int exchangeRounds,
            long restartMillis,
            int restarts) {}

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
                new Deployment(1_000, 4_000, 10, 150, 5_000, 20, 3, 20_000, 1),
                new Face(100_000, 1_000, 5_000, 3, 5, 3, 10_000, 100),
                new Trail(List.of(1_000L, 1_000_000L, 10_000_000L), 60_000, 5_000, 100, 1_000_000L));
    }

    /** Says whether everything still works, and nothing about speed. */
    static Plan quick() {
        return new Plan(
                16,
                2,
                8,
                1,
                List.of(2),
                200,
                1,
                1,
                new Deployment(3, 200, 1, 150, 1_000, 2, 1, 1_000, 1),
                new Face(250, 50, 1_000, 1, 1, 1, 500, 5),
                new Trail(List.of(1_000L), 400, 20, 2, 1_000L));
    }
}
