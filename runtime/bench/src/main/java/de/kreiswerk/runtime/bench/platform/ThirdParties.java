package de.kreiswerk.runtime.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The distribution without its own bundles. */
public final class ThirdParties {

    private ThirdParties() {}

    /**
     * Copies a distribution's third-party bundles, ready to be started.
     *
     * @param home the distribution
     * @param folders where the copy goes
     * @return the copy
     * @throws IOException when it cannot be written
     */
    public static Path of(Path home, Folders folders) throws IOException {
        Path copy = folders.copy(home, name -> !name.startsWith("de.kreiswerk."));
        openTheDoorLast(copy.resolve("conf/framework.properties"));
        return copy;
    }

    /**
     * That the web server answers says then that all have started, JAX-RS among them. Without its own place for settings Config Admin
     * would wait for a bundle that is not there, and whatever waits for Config Admin as well.
     */
    private static void openTheDoorLast(Path configuration) throws IOException {
        List<String> lines = Files.readAllLines(configuration);
        for (String beginning : List.of("felix.cm.pm=", "startlevel.30=")) {
            if (!lines.removeIf(line -> line.startsWith(beginning))) {
                throw new IllegalStateException(beginning + " is not in " + configuration);
            }
        }
        Files.write(configuration, lines);
    }
}
