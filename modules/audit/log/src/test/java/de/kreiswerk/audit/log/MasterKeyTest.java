package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path data;

    @Test
    void theFirstStartMakesAKeyThatOnlyTheAccountOfThePlatformCanRead() throws IOException {
        SecretKey made = MasterKey.find(Map.of(), data, true);

        Path file = data.resolve("keys").resolve("master.key");
        assertThat(made.getEncoded()).hasSize(32);
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs a POSIX file system");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void laterStartsFindTheSameKey() throws IOException {
        SecretKey made = MasterKey.find(Map.of(), data, true);

        assertThat(MasterKey.find(Map.of(), data, true)).isEqualTo(made);
        assertThat(MasterKey.find(Map.of(), data, false)).isEqualTo(made);
    }

    /** Else a start that is cut off between the two leaves a file that no later start takes. */
    @Test
    void theFileIsNeverThereWithoutItsKey() throws Exception {
        for (int round = 0; round < 20; round++) {
            Path shared = data.resolve("round" + round);
            CyclicBarrier both = new CyclicBarrier(2);
            CompletableFuture<SecretKey> other = CompletableFuture.supplyAsync(() -> found(shared, both));

            SecretKey one = found(shared, both);

            assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(one);
            assertThat(shared.resolve("keys").toFile().list()).containsExactly("master.key");
        }
    }

    private static SecretKey found(Path shared, CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
            return MasterKey.find(Map.of(), shared, true);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyPlatformMakesAKeyOfItsOwn() throws IOException {
        assertThat(MasterKey.find(Map.of(), data.resolve("one"), true))
                .isNotEqualTo(MasterKey.find(Map.of(), data.resolve("other"), true));
    }

    @Test
    void aKeyOfTheEnvironmentNeedsNoFile() throws IOException {
        SecretKey key = MasterKey.find(Map.of(MasterKey.VARIABLE, " " + KEY + "\n"), data, false);

        assertThat(key.getEncoded()).isEqualTo(new byte[32]);
        assertThat(data.resolve("keys")).doesNotExist();
    }

    @Test
    void theEnvironmentMayNameAnotherFile() throws IOException {
        Path elsewhere = data.resolve("elsewhere.key");
        Files.writeString(elsewhere, KEY);

        assertThat(MasterKey.find(Map.of(MasterKey.FILE_VARIABLE, elsewhere.toString()), data, false)
                        .getEncoded())
                .isEqualTo(new byte[32]);
    }

    @Test
    void aMissingKeyIsNotMadeAnewWhenThereIsSomethingThatOnlyItCanOpen() {
        assertThatThrownBy(() -> MasterKey.find(Map.of(), data, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(data.resolve("keys").resolve("master.key").toString())
                .hasMessageContaining(MasterKey.VARIABLE);
        assertThat(data.resolve("keys")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2VjcmV0", "geheim!geheim!geheim!", "", "geheimnisäöü"})
    void aKeyThatIsNoneIsRefusedByItsSourceAndNeverQuoted(String malformed) throws IOException {
        Path file = data.resolve("keys").resolve("master.key");
        Files.createDirectories(file.getParent());
        Files.writeString(file, malformed);

        Throwable refused = catchThrowable(() -> MasterKey.find(Map.of(), data, true));

        assertThat(refused).isInstanceOf(IOException.class).hasMessageContaining(file.toString());
        if (!malformed.isEmpty()) {
            assertThat(refused.toString()).doesNotContain(malformed);
        }
    }

    @Test
    void aMalformedKeyOfTheEnvironmentIsNamedByItsVariableAndNeverQuoted() {
        assertThatThrownBy(() -> MasterKey.find(Map.of(MasterKey.VARIABLE, "geheim!"), data, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(MasterKey.VARIABLE)
                .hasMessageNotContaining("geheim");
    }
}
