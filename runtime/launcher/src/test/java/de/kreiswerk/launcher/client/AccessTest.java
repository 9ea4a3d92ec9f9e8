package de.kreiswerk.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

    private static final String TEXT = "GET /api/platform/v1/texts/impressum";

    @TempDir
    private Path data;

    @Test
    void whoeverListensWhereAPlatformWasKilledIsNotSentTheToken() throws Exception {
        try (StubPlatform somebodyElse = new StubPlatform(data)) {
            somebodyElse.answer(TEXT, 200, "# Impressum");
            somebodyElse.die();

            Refusal refusal = catchThrowableOfType(Refusal.class, () -> text("--data", data.toString()));

            assertThat(refusal.exitCode()).isEqualTo(1);
            assertThat(refusal.sentence(Language.GERMAN)).contains(data.toString(), "läuft kein Kreiswerk");
            assertThat(somebodyElse.requests()).isEmpty();
        }
    }

    @Test
    void anAddressThatWasNamedIsBelieved() throws Exception {
        try (StubPlatform platform = new StubPlatform(data)) {
            platform.answer(TEXT, 200, "# Impressum");
            platform.die();

            assertThat(text("--data", data.toString(), "--url", platform.url())).isZero();
            assertThat(platform.requests()).hasSize(1);
        }
    }

    private static int text(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("impressum");
        return new TextCommand(new Recorder().terminal()).run(arguments);
    }
}
