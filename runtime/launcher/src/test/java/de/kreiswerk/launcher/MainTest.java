package de.kreiswerk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.launcher.cli.Recorder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    private Path home;

    private final Recorder recorder = new Recorder();

    @Test
    void unknownCommandIsNamedInOneSentence() {
        assertThat(run(recorder, "start")).isEqualTo(2);
        assertThat(recorder.err())
                .isEqualTo("Den Befehl „start“ gibt es nicht; „kreiswerk help“ nennt alle." + System.lineSeparator());
    }

    @Test
    void englishIsSpokenWhereTheLocaleIsEnglish() {
        Recorder english = new Recorder(Map.of("LANG", "en_GB.UTF-8"));

        assertThat(run(english, "run", "--prot", "1")).isEqualTo(2);
        assertThat(english.err()).startsWith("'kreiswerk run' does not know the option --prot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void helpListsEveryCommand(String argument) {
        assertThat(run(recorder, argument)).isZero();
        assertThat(recorder.out())
                .contains(
                        "run ",
                        "import ",
                        "publish ",
                        "withdraw ",
                        "attach ",
                        "account reset-password ",
                        "verify ",
                        "version ",
                        "help ");
        assertThat(recorder.err()).isEmpty();
    }

    @Test
    void helpIsShownForACommandToo() {
        assertThat(run(recorder, "import", "--help")).isZero();
        assertThat(recorder.out()).contains("--publish");
    }

    /** Its exit code 0 says that something is proven. */
    @Test
    void helpAmongWhatIsToBeVerifiedIsAMistake() {
        for (String help : List.of("--help", "-h")) {
            assertThat(run(recorder, "verify", "proof", "record.tlog-proof", "--key", "K", help))
                    .as(help)
                    .isNotZero();
        }
        assertThat(recorder.out()).doesNotContain("import");

        assertThat(run(recorder, "verify", "--help")).isZero();
        assertThat(run(recorder, "verify", "-h")).isZero();
        assertThat(recorder.out()).contains("proof BEWEIS --key SCHLÜSSEL...", "3 Datei nicht lesbar");
    }

    @Test
    void helpAmongWhatIsToBeVerifiedOfAComponentIsAMistakeToo() {
        for (String help : List.of("--help", "-h")) {
            assertThat(run(recorder, "component", "verify", "bad.kwc", "--key", "K", help))
                    .as(help)
                    .isEqualTo(2);
        }
        assertThat(recorder.out()).isEmpty();

        assertThat(run(recorder, "component", "verify", "--help")).isZero();
        assertThat(recorder.out()).contains("component ");
    }

    @Test
    void withoutACommandTheHelpIsAMistake() {
        assertThat(run(recorder)).isEqualTo(2);
        assertThat(recorder.err()).contains("BEFEHL");
    }

    @Test
    void versionIsTheBuilds() {
        assertThat(run(recorder, "version")).isZero();
        assertThat(recorder.out()).matches("Kreiswerk \\d+\\.\\d+\\.\\d+\\S* \\(Java .+\\)\\R");
    }

    @Test
    void badPortIsRefusedBeforeAnythingIsTouched() {
        assertThat(run(
                        recorder,
                        "run",
                        "--port",
                        "abc",
                        "--data",
                        home.resolve("data").toString()))
                .isEqualTo(2);
        assertThat(recorder.err()).contains("„abc“");
        assertThat(home.resolve("data")).doesNotExist();
    }

    private int run(Recorder to, String... arguments) {
        return new Main(home, to.terminal()).run(List.of(arguments));
    }
}
