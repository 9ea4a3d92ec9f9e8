package de.kreiswerk.audit.log.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published vectors of transparency-dev/merkle, good ones and bad ones. */
class MerkleVectorsTest {

    private static final Path VECTORS =
            Path.of(System.getProperty("kreiswerk.root", "../../.."), "../shared/data/merkle/testdata");

    /** One file. */
    private record Vector(Path file, JsonNode json) {

        boolean isWrong() {
            return json.path("wantErr").asBoolean();
        }

        /** Sizes have 64 bits without a sign; ours end at 2 to the power of 63, and larger ones are refused. */
        long number(String name) {
            BigInteger number = json.path(name).bigIntegerValue();
            return number.bitLength() < Long.SIZE ? number.longValueExact() : -1;
        }

        byte[] hash(String name) {
            return Base64.getDecoder().decode(json.path(name).asText(""));
        }

        List<byte[]> proof() {
            List<byte[]> proof = new ArrayList<>();
            json.path("proof").forEach(each -> proof.add(Base64.getDecoder().decode(each.asText())));
            return proof;
        }
    }

    @Test
    void all98OfInclusion() throws IOException {
        List<Vector> vectors = vectors("inclusion");
        assertThat(vectors).hasSize(98);
        assertThat(vectors).filteredOn(vector -> !vector.isWrong()).hasSizeGreaterThan(5);
        for (Vector vector : vectors) {
            assertThat(Verification.inclusion(
                            vector.number("leafIdx"),
                            vector.number("treeSize"),
                            vector.hash("leafHash"),
                            vector.proof(),
                            vector.hash("root")))
                    .as(vector.file().toString())
                    .isEqualTo(!vector.isWrong());
        }
    }

    @Test
    void all98OfConsistency() throws IOException {
        List<Vector> vectors = vectors("consistency");
        assertThat(vectors).hasSize(98);
        assertThat(vectors).filteredOn(vector -> !vector.isWrong()).hasSizeGreaterThan(5);
        for (Vector vector : vectors) {
            assertThat(Verification.consistency(
                            vector.number("size1"),
                            vector.number("size2"),
                            vector.hash("root1"),
                            vector.hash("root2"),
                            vector.proof()))
                    .as(vector.file().toString())
                    .isEqualTo(!vector.isWrong());
        }
    }

    private static List<Vector> vectors(String folder) throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "needs " + VECTORS);
        ObjectMapper mapper = new ObjectMapper();
        List<Vector> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.walk(VECTORS.resolve(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                vectors.add(new Vector(file, mapper.readTree(file.toFile())));
            }
        }
        return vectors;
    }
}
