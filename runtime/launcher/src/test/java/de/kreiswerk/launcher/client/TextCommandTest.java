package de.kreiswerk.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCommandTest {

    private static final String IMPRINT = "/api/platform/v1/texts/impressum";

    @TempDir
    private Path folder;

    private StubPlatform platform;
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void startPlatform() throws IOException {
        platform = new StubPlatform(folder);
        platform.answer("GET " + IMPRINT, 200, "\"3\"", "## Anbieter\n\nLandkreis \u001b[31mLüneburg");
    }

    @AfterEach
    void stopPlatform() throws IOException {
        platform.close();
    }

    @Test
    void textIsPrinted() throws Exception {
        assertThat(run("impressum")).isZero();

        assertThat(recorder.out()).isEqualTo("## Anbieter\n\nLandkreis [31mLüneburg\n");
    }

    @Test
    void textIsReplacedIfItIsTheOneThatWasSeen() throws Exception {
        platform.answer("PUT " + IMPRINT, 204, "\"4\"", "");
        Path file = Files.writeString(folder.resolve("impressum.md"), "## Neu: Ämter");

        assertThat(run("impressum", file.toString())).isZero();

        StubPlatform.Request put = platform.requests().get(1);
        assertThat(put.header("If-match")).isEqualTo("\"3\"");
        assertThat(put.header("Content-type")).startsWith("text/markdown");
        assertThat(put.text()).isEqualTo("## Neu: Ämter");
        assertThat(recorder.outLines()).containsExactly("impressum  ersetzt: " + platform.url() + "/impressum");
    }

    @Test
    void refusalOfThePlatformIsPassedOn() throws Exception {
        platform.answer("PUT " + IMPRINT, 412, "{\"detail\":\"Der Text wurde inzwischen geändert.\"}");
        Path file = Files.writeString(folder.resolve("impressum.md"), "Neu");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> run("impressum", file.toString()));

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN)).isEqualTo("impressum: Der Text wurde inzwischen geändert.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "agb", "impressum a b"})
    void wrongCallIsExplained(String operands) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> run(operands.isEmpty() ? new String[0] : operands.split(" ")));

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.sentence(Language.GERMAN)).contains("impressum, datenschutz oder barrierefreiheit");
    }

    @Test
    void missingFileIsNamed() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> run("impressum", "gibtesnicht.md"));

        assertThat(refusal.sentence(Language.GERMAN)).isEqualTo("gibtesnicht.md: keine lesbare Datei.");
        assertThat(platform.requests()).isEmpty();
    }

    private int run(String... operands) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--data", folder.toString()));
        arguments.addAll(List.of(operands));
        return new TextCommand(recorder.terminal()).run(arguments);
    }
}
