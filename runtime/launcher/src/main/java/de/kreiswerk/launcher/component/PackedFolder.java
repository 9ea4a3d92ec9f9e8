package de.kreiswerk.launcher.component;

import de.kreiswerk.deployment.archive.component.ComponentDescription;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is packed: a Maven project that was built, or {@code component.json} and {@code bundles/} as they lie in an
 * archive.
 *
 * @param folder the folder
 * @param description its component.json
 * @param bundles its JARs
 */
record PackedFolder(Path folder, Path description, List<Path> bundles) {

    private static final String DESCRIPTION = "component.json";
    private static final String BUILT = "target";

    static PackedFolder find(String name) throws Refusal, IOException {
        Path folder = folder(name);
        Path plain = folder.resolve(DESCRIPTION);
        Path built = folder.resolve(BUILT).resolve(DESCRIPTION);
        if (!Files.isRegularFile(plain) && !Files.isRegularFile(built)) {
            throw Refusal.failed(
                    "In " + name + " gibt es keine component.json; bauen Sie das Projekt zuerst mit „mvn package“.",
                    "There is no component.json in " + name + "; build the project first with 'mvn package'.");
        }
        List<Path> bundles = bundles(folder);
        if (bundles.isEmpty()) {
            throw Refusal.failed(
                    "In " + name
                            + " gibt es kein Bundle, weder in bundles noch in target; bauen Sie das Projekt zuerst mit"
                            + " „mvn package“.",
                    "There is no bundle in " + name + ", neither in bundles nor in target; build the project first with"
                            + " 'mvn package'.");
        }
        return new PackedFolder(folder, Files.isRegularFile(plain) ? plain : built, bundles);
    }

    private static Path folder(String name) throws Refusal {
        try {
            Path folder = Path.of(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw notAFolder(name);
        }
        throw notAFolder(name);
    }

    private static Refusal notAFolder(String name) {
        return Refusal.failed(name + ": kein Ordner.", name + ": not a folder.");
    }

    /** Those that lie there ready; else what the project and its modules built. */
    private static List<Path> bundles(Path folder) throws IOException {
        Path ready = folder.resolve("bundles");
        if (Files.isDirectory(ready)) {
            return jars(ready);
        }
        List<Path> built = new ArrayList<>(jars(folder.resolve(BUILT)));
        try (Stream<Path> modules = Files.list(folder)) {
            for (Path module : modules.filter(Files::isDirectory).sorted().toList()) {
                built.addAll(jars(module.resolve(BUILT)));
            }
        }
        return built;
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .sorted()
                    .toList();
        }
    }

    Path result(ComponentDescription component) {
        Path target = folder.resolve(BUILT);
        return (Files.isDirectory(target) ? target : folder)
                .resolve(component.name() + "-" + component.version() + ".kwc");
    }
}
