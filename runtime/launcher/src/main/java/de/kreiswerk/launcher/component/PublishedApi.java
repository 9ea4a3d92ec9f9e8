package de.kreiswerk.launcher.component;

import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a component may be built on, as the distribution has it: {@code api/}, laid out as a Maven repository. A project gets a
 * copy, each JAR with a description of its own that names nothing else, so that nothing has to be fetched for it.
 */
final class PublishedApi {

    private final Path folder;

    PublishedApi(Path home) {
        this.folder = home.resolve("api");
    }

    /**
     * An artifact.
     *
     * @param group its group
     * @param artifact its name
     * @param version its version
     * @param jar where it lies below the repository
     */
    record Artifact(String group, String artifact, String version, Path jar) {

        String pom() {
            return """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                    </project>
                    """.formatted(group, artifact, version);
        }

        /** What others depend on is brought by the platform, too. */
        String dependency() {
            return """
                        <dependency>
                          <groupId>%s</groupId>
                          <artifactId>%s</artifactId>
                          <version>%s</version>
                          <scope>provided</scope>
                          <exclusions>
                            <exclusion>
                              <groupId>*</groupId>
                              <artifactId>*</artifactId>
                            </exclusion>
                          </exclusions>
                        </dependency>
                    """.formatted(group, artifact, group.equals("de.kreiswerk") ? "${kreiswerk.version}" : version);
        }
    }

    List<Artifact> artifacts() throws Refusal, IOException {
        List<Artifact> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .forEach(file -> found.add(artifact(folder.relativize(file))));
            }
        }
        if (found.isEmpty()) {
            throw Refusal.failed(
                    "In " + folder + " liegen keine Schnittstellen; die Distribution ist unvollständig.",
                    "There are no contracts in " + folder + "; the distribution is incomplete.");
        }
        return found;
    }

    /** GROUP/OF/IT/ARTIFACT/VERSION/FILE. */
    private static Artifact artifact(Path jar) {
        int names = jar.getNameCount();
        List<String> group = new ArrayList<>();
        jar.subpath(0, names - 3).forEach(each -> group.add(each.toString()));
        return new Artifact(
                String.join(".", group),
                jar.getName(names - 3).toString(),
                jar.getName(names - 2).toString(),
                jar);
    }

    void copy(List<Artifact> artifacts, Path repository) throws IOException {
        for (Artifact each : artifacts) {
            Path jar = repository.resolve(each.jar().toString());
            Files.createDirectories(jar.getParent());
            Files.copy(folder.resolve(each.jar()), jar);
            Files.writeString(jar.resolveSibling(each.artifact() + "-" + each.version() + ".pom"), each.pom());
        }
    }
}
