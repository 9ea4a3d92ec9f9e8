package de.kreiswerk.audit.verifier;

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

class MerkleTest {

    private static final Path VECTORS =
            Path.of(System.getProperty("kreiswerk.root", "../../.."), "../shared/data/merkle/testdata");

    @Test
    void everyProofOfTheDefinitionHolds() {
        SampleLog log = SampleLog.of(66);
        for (int size = 1; size <= 66; size++) {
            for (int i = 0; i < size; i++) {
                assertThat(Merkle.contains(i, size, Merkle.leaf(log.records.get(i)), log.path(i, size), log.root(size)))
                        .as("%d of %d", i, size)
                        .isTrue();
                assertThat(Merkle.continues(i + 1, log.root(i + 1), size, log.root(size), log.growth(i + 1, size)))
                        .as("%d to %d", i + 1, size)
                        .isTrue();
            }
        }
    }

    @Test
    void the98PublishedVectorsOfInclusion() throws IOException {
        List<JsonNode> vectors = vectors("inclusion");
        assertThat(vectors).hasSize(98);
        for (JsonNode vector : vectors) {
            assertThat(Merkle.contains(
                            number(vector, "leafIdx"),
                            number(vector, "treeSize"),
                            hash(vector, "leafHash"),
                            proof(vector),
                            hash(vector, "root")))
                    .as(vector.toString())
                    .isEqualTo(!vector.path("wantErr").asBoolean());
        }
    }

    @Test
    void the98PublishedVectorsOfConsistency() throws IOException {
        List<JsonNode> vectors = vectors("consistency");
        assertThat(vectors).hasSize(98);
        for (JsonNode vector : vectors) {
            assertThat(Merkle.continues(
                            number(vector, "size1"),
                            hash(vector, "root1"),
                            number(vector, "size2"),
                            hash(vector, "root2"),
                            proof(vector)))
                    .as(vector.toString())
                    .isEqualTo(!vector.path("wantErr").asBoolean());
        }
    }

    private static List<JsonNode> vectors(String folder) throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "skipped: the published vectors are not here: " + VECTORS.normalize());
        List<JsonNode> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.walk(VECTORS.resolve(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                vectors.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return vectors;
    }

    /** Sizes beyond 63 bits are refused. */
    private static long number(JsonNode vector, String name) {
        BigInteger number = vector.path(name).bigIntegerValue();
        return number.bitLength() < Long.SIZE ? number.longValueExact() : -1;
    }

    private static byte[] hash(JsonNode vector, String name) {
        return Base64.getDecoder().decode(vector.path(name).asText(""));
    }

    private static List<byte[]> proof(JsonNode vector) {
        List<byte[]> proof = new ArrayList<>();
        vector.path("proof").forEach(each -> proof.add(Base64.getDecoder().decode(each.asText())));
        return proof;
    }
}
