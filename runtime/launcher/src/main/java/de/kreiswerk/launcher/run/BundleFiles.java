package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bundles of a distribution. */
final class BundleFiles {

    private BundleFiles() {}

    static List<Path> in(Path home) throws Refusal, IOException {
        Path folder = home.resolve("bundles");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .toList();
                if (!jars.isEmpty()) {
                    return jars;
                }
            }
        }
        throw Refusal.failed(
                "In " + folder + " liegt kein Bundle; die Distribution ist unvollständig.",
                "There is no bundle in " + folder + "; the distribution is incomplete.");
    }
}
