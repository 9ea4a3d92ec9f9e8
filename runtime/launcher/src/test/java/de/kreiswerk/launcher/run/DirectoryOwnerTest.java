package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Recorder;
import de.kreiswerk.launcher.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryOwnerTest {

    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    @TempDir
    private Path folder;

    private final Recorder recorder = new Recorder();
    private Path home;
    private Path data;
    private String owner;

    @BeforeEach
    void makeDataOfSomebodyElse() throws IOException {
        Distribution distribution = new Distribution(Files.createDirectory(folder.resolve("home")));
        distribution.bundle("witness", Map.of(), WitnessActivator.class);
        home = distribution.home();
        // Only root can give something away; everybody else finds what is root's.
        data = ROOT ? Files.createDirectory(folder.resolve("data")) : Path.of("/usr");
        owner = ROOT ? "nobody" : "root";
        if (ROOT) {
            Files.setOwner(
                    data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
        }
    }

    @Test
    void thePlatformRunsOnWhatBelongsToSomebodyElseOnlyWhereItCanWrite() throws IOException, Refusal {
        if (ROOT) {
            // As in a container, on a volume of the host.
            DirectoryOwner.requireWritable(new DataDirectory(data), "run");
        } else {
            assertRefused(new RunCommand(home, "1", recorder.terminal()), "run", List.of("--port", "0"));
        }
    }

    @Test
    void noPasswordIsResetOnWhatBelongsToSomebodyElse() throws IOException {
        assertRefused(
                new AccountCommand(home, "1", recorder.terminal()), "account", List.of("reset-password", "admin"));
    }

    @Test
    void nothingIsRestoredIntoWhatBelongsToSomebodyElse() throws IOException {
        Path backup = Files.writeString(folder.resolve("a.backup"), "");

        assertRefused(new RestoreCommand(home, "1", recorder.terminal()), "restore", List.of(backup.toString()));
    }

    @Test
    void whoCannotBecomeTheOwnerIsGivenTheDirectory() {
        DataDirectory directory = new DataDirectory(Path.of("/srv/kw"));

        assertThat(DirectoryOwner.refusal(directory, "kreiswerk", "anna", "run").sentence(Language.ENGLISH))
                .isEqualTo(
                        "The data directory /srv/kw belongs to the user kreiswerk, this command runs as anna; call it"
                                + " with 'sudo -u kreiswerk -- kreiswerk run --data /srv/kw …', or name another one with --data.");
        for (String gone : List.of("root", "63482")) {
            assertThat(DirectoryOwner.refusal(directory, gone, "anna", "run").sentence(Language.GERMAN))
                    .contains("gehört dem Benutzer " + gone, "„chown -R anna /srv/kw“");
        }
    }

    @Test
    void whatIsNotThereYetBelongsToNobody() throws Refusal {
        DirectoryOwner.require(new DataDirectory(folder.resolve("new")), "run");
        DirectoryOwner.require(new DataDirectory(folder), "run");
    }

    private void assertRefused(Command command, String name, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--data", data.toString()));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> command.run(all));

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN))
                .contains(
                        data + " gehört dem Benutzer " + owner,
                        "läuft als " + System.getProperty("user.name"),
                        ROOT ? "runuser -u nobody -- kreiswerk " + name : "chown -R");
        if (ROOT) {
            assertThat(data).isEmptyDirectory();
        }
    }
}
