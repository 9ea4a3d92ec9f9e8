package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFolderTest {

    @TempDir
    private Path folder;

    private final Recorder recorder = new Recorder();

    @Test
    void inADirectoryForEverybodyTheDatabaseIsForItsOwnerOnly() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        DatabaseFolder.close(new DataDirectory(folder), recorder.terminal());

        assertThat(mode(folder.resolve("db"))).isEqualTo("rwx------");
        assertThat(mode(folder)).as("what the operator chose").isEqualTo("rwxr-xr-x");
    }

    @Test
    void aDatabaseThatOthersCouldReadIsClosed() throws IOException {
        Path db = Files.createDirectory(folder.resolve("db"));
        Files.setPosixFilePermissions(db, PosixFilePermissions.fromString("rwxr-xr-x"));

        DatabaseFolder.close(new DataDirectory(folder), recorder.terminal());

        assertThat(mode(db)).isEqualTo("rwx------");
        assertThat(recorder.err()).isEmpty();
    }

    @Test
    void aDatabaseBehindALinkIsClosedAsWell() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(folder.resolve("db"), disk);

        DatabaseFolder.close(new DataDirectory(folder), recorder.terminal());

        assertThat(mode(disk)).isEqualTo("rwx------");
        assertThat(recorder.err()).isEmpty();
    }

    @Test
    void aDatabaseElsewhereNeedsNoFolder() {
        Recorder elsewhere = new Recorder(Map.of("KREISWERK_DB_URL", "jdbc:postgresql://db/kreiswerk"));

        DatabaseFolder.close(new DataDirectory(folder), elsewhere.terminal());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatCannotBeClosedIsTold() throws IOException {
        Files.writeString(folder.resolve("db"), "in the way");

        DatabaseFolder.close(new DataDirectory(folder), recorder.terminal());

        assertThat(recorder.err()).hasLineCount(1).contains(folder.resolve("db").toString(), "andere Benutzer");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
