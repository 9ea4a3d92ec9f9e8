package de.kreiswerk.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static final Options.Syntax SYNTAX = new Options.Syntax("run", Set.of(), Set.of(DataDirectory.OPTION));

    @TempDir
    private Path folder;

    @Test
    void optionBeatsEnvironmentBeatsDefault() throws Refusal {
        Recorder plain = new Recorder();
        Recorder configured = new Recorder(Map.of("KREISWERK_DATA", "/srv/kreiswerk"));

        assertThat(DataDirectory.find(options("--data", "/tmp/x"), configured.terminal())
                        .path())
                .isEqualTo(Path.of("/tmp/x"));
        assertThat(DataDirectory.find(options(), configured.terminal()).path()).isEqualTo(Path.of("/srv/kreiswerk"));
        assertThat(DataDirectory.find(options(), plain.terminal()).path())
                .isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void newDirectoryIsForItsOwnerOnly() throws Refusal, IOException {
        DataDirectory data = new DataDirectory(folder.resolve("a/b"));

        data.create();
        data.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void aLinkToADirectoryIsADirectory() throws Refusal, IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        DataDirectory data = new DataDirectory(Files.createSymbolicLink(folder.resolve("data"), disk));

        data.create();

        assertThat(data.path()).isSymbolicLink();
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void fileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new DataDirectory(file).create());

        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.sentence(Language.GERMAN)).contains(file.toString()).contains("Datei");
    }

    private static Options options(String... arguments) throws Refusal {
        return Options.parse(SYNTAX, List.of(arguments));
    }
}
