package de.kreiswerk.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Command;
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

class PaperCommandsTest {

    private static final String PAPERS = "/api/proposals/v1/papers";
    private static final String PAPER = "{\"id\":\"p-1\",\"reference\":\"2026/127\",\"slug\":\"2026-127\","
            + "\"url\":\"https://vorlagen.example.de/vorlagen/2026-127\"}";

    @TempDir
    private Path folder;

    private StubPlatform platform;
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void startPlatform() throws IOException {
        platform = new StubPlatform(folder);
        platform.answer("GET " + PAPERS + "?reference=2026%2F127", 200, "{\"data\":[" + PAPER + "]}");
        platform.answer("GET " + PAPERS + "?reference=2026%2F128", 200, "{\"data\":[]}");
        platform.answer("GET " + PAPERS + "/p-1", 200, "\"7\"", PAPER);
    }

    @AfterEach
    void stopPlatform() throws IOException {
        platform.close();
    }

    @Test
    void publishingSendsTheRevisionThatWasSeen() throws Exception {
        platform.answer("POST " + PAPERS + "/p-1/publish", 200, PAPER);

        assertThat(run(new PublishCommand(recorder.terminal()), "2026/127")).isZero();

        assertThat(platform.requests().get(2).header("If-match")).isEqualTo("\"7\"");
        assertThat(recorder.outLines())
                .as("as the world knows it, not as it was asked")
                .containsExactly("2026/127  veröffentlicht: https://vorlagen.example.de/vorlagen/2026-127");
    }

    @Test
    void anOlderPlatformDoesNotSayTheAddress() throws Exception {
        platform.answer(
                "POST " + PAPERS + "/p-1/publish",
                200,
                "{\"id\":\"p-1\",\"reference\":\"2026/127\",\"slug\":\"2026-127\"}");

        assertThat(run(new PublishCommand(recorder.terminal()), "2026/127")).isZero();

        assertThat(recorder.outLines())
                .containsExactly("2026/127  veröffentlicht: " + platform.url() + "/vorlagen/2026-127");
    }

    @Test
    void withdrawingSaysSo() throws Exception {
        platform.answer("POST " + PAPERS + "/p-1/withdraw", 200, PAPER);

        assertThat(run(new WithdrawCommand(recorder.terminal()), "2026/127")).isZero();

        assertThat(recorder.outLines()).containsExactly("2026/127  zurückgezogen");
    }

    @Test
    void refusalOfThePlatformIsPassedOn() {
        platform.answer("POST " + PAPERS + "/p-1/publish", 409, "{\"detail\":\"Die Vorlage ist nicht öffentlich.\"}");

        Refusal refusal = refusal(new PublishCommand(recorder.terminal()), "2026/127");

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN)).isEqualTo("2026/127: Die Vorlage ist nicht öffentlich.");
    }

    @Test
    void unknownReferenceIsNamed() {
        assertThat(refusal(new WithdrawCommand(recorder.terminal()), "2026/128").sentence(Language.GERMAN))
                .isEqualTo("Eine Vorlage 2026/128 gibt es nicht.");
        assertThat(refusal(new PublishCommand(recorder.terminal())).exitCode()).isEqualTo(2);
    }

    @Test
    void attachmentIsSentWithItsNameAndType() throws Exception {
        platform.answer("PUT " + PAPERS + "/p-1/attachments/2?fileName=Anlage%202%20%C3%BC.pdf", 200, PAPER);
        Path file = Files.writeString(folder.resolve("Anlage 2 ü.pdf"), "%PDF-1.7");

        assertThat(run(new AttachCommand(recorder.terminal()), "2026/127", "2", file.toString()))
                .isZero();

        StubPlatform.Request request = platform.requests().get(2);
        assertThat(request.text()).isEqualTo("%PDF-1.7");
        assertThat(request.header("Content-type")).isEqualTo("application/pdf");
        assertThat(request.header("If-match")).isEqualTo("\"7\"");
        assertThat(recorder.outLines())
                .containsExactly("2026/127  Anlage 2 hinterlegt: Anlage 2 ü.pdf, application/pdf, 8 Bytes");
    }

    @Test
    void attachmentIsCheckedBeforeAnythingIsSent() throws Exception {
        AttachCommand attach = new AttachCommand(recorder.terminal());
        String file = Files.writeString(folder.resolve("a.bin"), "x").toString();

        assertThat(refusal(attach, "2026/127", "zwei", file).exitCode()).isEqualTo(2);
        assertThat(refusal(attach, "2026/127", "0", file).exitCode()).isEqualTo(2);
        assertThat(refusal(attach, "2026/127", "1").exitCode()).isEqualTo(2);
        assertThat(refusal(attach, "2026/127", "1", file + "x").exitCode()).isEqualTo(1);
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void mediaTypesOfOfficeFilesAreKnownEverywhere() throws IOException {
        assertThat(MediaTypes.guess(Path.of("a.PDF"))).isEqualTo("application/pdf");
        assertThat(MediaTypes.guess(Path.of("a.odt"))).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(MediaTypes.guess(Path.of("a.png"))).isEqualTo("image/png");
        assertThat(MediaTypes.guess(Path.of("unknown"))).isEqualTo("application/octet-stream");
    }

    private Refusal refusal(Command command, String... arguments) {
        return catchThrowableOfType(Refusal.class, () -> run(command, arguments));
    }

    private int run(Command command, String... arguments) throws Refusal, IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--data", folder.toString()));
        all.addAll(List.of(arguments));
        return command.run(all);
    }
}
