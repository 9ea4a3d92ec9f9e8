package de.kreiswerk.core.persistence.database;

import java.util.Map;

/**
 * How many connections there are. From the environment, as the address is: other settings lie behind the pool.
 *
 * @param connections how many at most, 2 to 500
 * @param waitMillis how long a request waits for a free one, 250 to 60,000 milliseconds
 */
record PoolSettings(int connections, int waitMillis) {

    static final String CONNECTIONS = "KREISWERK_DB_CONNECTIONS";
    static final String WAIT_MILLIS = "KREISWERK_DB_WAIT_MILLIS";
    static final PoolSettings DEFAULT = new PoolSettings(16, 5_000);

    static PoolSettings from(Map<String, String> environment) {
        return new PoolSettings(
                number(environment, CONNECTIONS, DEFAULT.connections, 2, 500),
                number(environment, WAIT_MILLIS, DEFAULT.waitMillis, 250, 60_000));
    }

    private static int number(Map<String, String> environment, String name, int otherwise, int least, int most) {
        String text = environment.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("\\d{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most + ".");
    }
}
