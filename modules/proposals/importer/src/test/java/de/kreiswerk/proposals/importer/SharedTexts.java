package de.kreiswerk.proposals.importer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts of real councils with expected values, kept beside the project; tests that need them are skipped where they are not. */
final class SharedTexts {

    private SharedTexts() {}

    static String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    static JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(file("manifest.json").toFile());
    }

    private static Path file(String name) {
        Path file = Path.of(System.getProperty("kreiswerk.root", "../../.."), "../shared/data/council/vorlagen", name);
        assumeTrue(Files.isReadable(file), "skipped: the shared text " + file.normalize() + " is not here");
        return file;
    }
}
