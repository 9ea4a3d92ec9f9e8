package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTokenTest {

    @TempDir
    Path data;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = data.resolve("fresh").resolve("operator.token");
    }

    @Test
    void theFirstStartMakesATokenThatOnlyTheAccountOfThePlatformCanRead() throws IOException {
        OperatorToken.readOrCreate(file);

        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs a POSIX file system");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theTokenOfTheFileIsTheOneThatMatches() throws IOException {
        OperatorToken token = OperatorToken.readOrCreate(file);

        assertThat(token.matches(Files.readString(file).strip())).isTrue();
    }

    @Test
    void theNextStartKeepsTheTokenAndTheSubject() throws IOException {
        OperatorToken first = OperatorToken.readOrCreate(file);
        String written = Files.readString(file);

        OperatorToken second = OperatorToken.readOrCreate(file);

        assertThat(Files.readString(file)).isEqualTo(written);
        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(second.matches(written.strip())).isTrue();
    }

    @Test
    void everyPlatformHasATokenAndASubjectOfItsOwn() throws IOException {
        OperatorToken one = OperatorToken.readOrCreate(file);
        OperatorToken other = OperatorToken.readOrCreate(data.resolve("other.token"));

        assertThat(other.matches(Files.readString(file).strip())).isFalse();
        assertThat(other.subject()).isNotEqualTo(one.subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "kw_", "wrong", "Bearer kw_", "kw_ä€🚲"})
    void anythingElseDoesNotMatch(String candidate) throws IOException {
        assertThat(OperatorToken.readOrCreate(file).matches(candidate)).isFalse();
    }

    @Test
    void almostTheTokenDoesNotMatch() throws IOException {
        OperatorToken token = OperatorToken.readOrCreate(file);
        String right = Files.readString(file).strip();

        assertThat(token.matches(right + "x")).isFalse();
        assertThat(token.matches(right.substring(1))).isFalse();
        assertThat(token.matches(right.toUpperCase(java.util.Locale.ROOT))).isFalse();
        assertThat(token.matches(right + "\n")).isFalse();
    }

    @Test
    void aHugeCandidateIsRefused() throws IOException {
        assertThat(OperatorToken.readOrCreate(file).matches("x".repeat(10_000_000)))
                .isFalse();
    }

    @Test
    void theSubjectTellsNothingOfTheToken() throws IOException {
        OperatorToken token = OperatorToken.readOrCreate(file);
        String right = Files.readString(file).strip();

        assertThat(token.subject()).matches("op-[0-9a-f]{32}").doesNotContain(right.substring(3, 11));
        assertThat(token.matches(token.subject())).isFalse();
    }

    /** As earlier versions left it when they were killed, or when the disk was full. */
    @Test
    void anEmptyFileIsReplacedByANewToken() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);

        OperatorToken token = OperatorToken.readOrCreate(file);

        assertThat(token.matches(Files.readString(file).strip())).isTrue();
        assertThat(OperatorToken.readOrCreate(file).subject()).isEqualTo(token.subject());
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs a POSIX file system");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Cut off at any moment: the file has its token from the first moment at which it is there. */
    @Test
    void theFileIsNeverThereWithoutAToken() throws Exception {
        AtomicBoolean made = new AtomicBoolean();
        Files.createDirectories(file.getParent());
        CompletableFuture<Long> firstSize = CompletableFuture.supplyAsync(() -> {
            while (!Files.exists(file) && !made.get()) {
                Thread.onSpinWait();
            }
            return file.toFile().length();
        });

        OperatorToken.readOrCreate(file);
        made.set(true);

        assertThat(firstSize.get(30, TimeUnit.SECONDS)).isEqualTo(Files.size(file));
        assertThat(data.resolve("fresh").toFile().list()).containsExactly("operator.token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "0123456789-._~+/abcdef0123456789ABCDEF=="})
    void anOperatorMayWriteATokenOfTheirOwn(String own) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "  " + own + " \n");

        assertThat(Logged.by(
                        OperatorToken.class,
                        () -> assertThat(OperatorToken.readOrCreate(file).matches(own))
                                .isTrue()))
                .isEmpty();
    }

    /** Earlier versions took it, and whoever does not use the command line goes on with it. */
    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef!", "0123456789abcdef=0123456789abcdef"})
    void anOwnTokenThatTheCommandLineCannotUseHoldsAndIsWarnedOf(String own) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, own + "\n");

        assertThat(Logged.by(
                        OperatorToken.class,
                        () -> assertThat(OperatorToken.readOrCreate(file).matches(own))
                                .isTrue()))
                .singleElement()
                .asString()
                .contains(file.toString(), "command line")
                .doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "too-short",
                "0123456789abcdef 0123456789abcdef",
                "0123456789abcdef0123456789abcdef\n0123456789abcdef",
                "0123456789abcdef0123456789abcdefä"
            })
    void aFileThatHoldsNoTokenIsRefusedByNameAndNotQuoted(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> OperatorToken.readOrCreate(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("0123456789abcdef");
    }

    @Test
    void aTokenLongerThanAnyRequestCanCarryIsRefused() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x".repeat(4_097));

        assertThatThrownBy(() -> OperatorToken.readOrCreate(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }
}
