package de.kreiswerk.runtime.bench.face;

import de.kreiswerk.runtime.bench.platform.ServerProcess;

/**
 * One of the servers that are compared.
 *
 * @param process its process
 * @param url its address, without a slash at the end
 */
public record Side(ServerProcess process, String url) implements AutoCloseable {

    /**
     * How many answers it gives under load.
     *
     * @param load what is asked for
     * @param millis for how long
     * @return answers a second
     */
    public double rate(Load load, long millis) {
        return load.wrk().rate(url, millis, load.smallestAnswer());
    }

    @Override
    public void close() {
        process.close();
    }
}
