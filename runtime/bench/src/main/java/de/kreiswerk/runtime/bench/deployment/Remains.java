package de.kreiswerk.runtime.bench.deployment;

import de.kreiswerk.runtime.bench.platform.ServerProcess;

/**
 * What of bundles is in a platform, whether the framework still knows it or not.
 *
 * @param loaders class loaders of bundles that something reaches
 * @param threads threads, without those that come and go with the load
 */
public record Remains(long loaders, long threads) {

    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";
    /** Those of the server and of the database's pool, and those of the virtual machine itself. */
    private static final String POOLED =
            "(qtp|HttpClient|kreiswerk-db:|ForkJoinPool|C[12] CompilerThread|Attach Listener|process reaper).*";

    /** A line of the histogram: place, instances, bytes, type. */
    private static final int TYPE = 3;

    private static final int LOOKS = 60;
    private static final int CALM = 3;
    private static final long BETWEEN_MILLIS = 1_000;

    /** What stays when nothing is done. */
    static Remains calm(ServerProcess server) {
        return look(server, new Remains(0, 0), CALM);
    }

    /** What is left once it is as little as it was; after a minute whatever there is. */
    Remains later(ServerProcess server) {
        return look(server, this, LOOKS);
    }

    private static Remains look(ServerProcess server, Remains wanted, int times) {
        Remains least = now(server);
        for (int i = 1; i < times && !least.isWithin(wanted); i++) {
            ServerProcess.pause(BETWEEN_MILLIS);
            Remains next = now(server);
            least = new Remains(Math.min(least.loaders, next.loaders), Math.min(least.threads, next.threads));
        }
        return least;
    }

    private boolean isWithin(Remains other) {
        return loaders <= other.loaders && threads <= other.threads;
    }

    /** The histogram is of what a full collection leaves. */
    private static Remains now(ServerProcess server) {
        long loaders = server.diagnose("GC.class_histogram").stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > TYPE && words[TYPE].equals(LOADER))
                .mapToLong(words -> Long.parseLong(words[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The histogram names no " + LOADER));
        long threads = server.diagnose("Thread.print").stream()
                .filter(line -> line.startsWith("\"") && line.contains("\" #"))
                .map(line -> line.substring(1))
                .filter(name -> !name.matches(POOLED))
                .count();
        return new Remains(loaders, threads);
    }
}
