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
        forgetSettingsInTheDatabase(copy.resolve("conf/framework.properties"));
        return copy;
    }

    /** Without it Config Admin would wait for a bundle that is not there, and whatever waits for Config Admin as well. */
    private static void forgetSettingsInTheDatabase(Path configuration) throws IOException {
        List<String> lines = Files.readAllLines(configuration);
        lines.removeIf(line -> line.startsWith("felix.cm.pm="));
        Files.write(configuration, lines);
    }
}
