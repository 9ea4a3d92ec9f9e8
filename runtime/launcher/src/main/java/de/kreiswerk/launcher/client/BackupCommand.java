package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.OutputFile;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * {@code backup}: lets the running platform make a backup. The file is there only when it is whole: until then it has
 * another name. It is for its owner only, since it holds everything.
 */
public final class BackupCommand implements Command {

    private static final Options.Syntax SYNTAX = Access.syntax("backup", Set.of());

    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != 1) {
            throw Refusal.usage(
                    "In welche Datei? „kreiswerk backup DATEI“", "Into which file? 'kreiswerk backup FILE'");
        }
        Path file = writable(options.operands().get(0));
        PlatformClient client = new PlatformClient(Access.find(options, terminal), terminal.language());
        // A temporary file is for its owner only.
        Path part = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
        part.toFile().deleteOnExit();
        try {
            BackupContents contents = made(client, part, file);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            terminal.out()
                    .println(file
                            + terminal.pick("  gesichert: ", "  backed up: ")
                            + contents.tables()
                            + terminal.pick(" Tabellen, ", " tables, ")
                            + contents.rows()
                            + terminal.pick(" Zeilen, ", " rows, ")
                            + Files.size(file)
                            + terminal.pick(" Bytes", " bytes"));
            return 0;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private BackupContents made(PlatformClient client, Path part, Path file)
            throws Refusal, IOException, InterruptedException {
        Answer answer;
        try {
            answer = client.backup(part);
        } catch (IOException e) {
            throw Refusal.failed(
                    file + ": Die Sicherung brach ab: " + Terminal.oneLine(String.valueOf(e.getMessage())) + ".",
                    file + ": the backup broke off: " + Terminal.oneLine(String.valueOf(e.getMessage())) + ".");
        }
        if (!answer.isSuccess()) {
            throw new Problems(terminal).refusal(file.toString(), answer);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return BackupContents.check(part);
    }

    private static Path writable(String name) throws Refusal {
        try {
            Path file = Path.of(name).toAbsolutePath().normalize();
            if (file.getFileName() != null
                    && OutputFile.isReplaceable(file)
                    && Files.isDirectory(file.getParent())
                    && Files.isWritable(file.getParent())) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw notWritable(name);
        }
        throw notWritable(name);
    }

    private static Refusal notWritable(String name) {
        return Refusal.failed(
                name + ": Dorthin kann keine Datei geschrieben werden; nennen Sie eine neue oder eine gewöhnliche Datei"
                        + " in einem Ordner, in den Sie schreiben dürfen.",
                name + ": no file can be written there; name a new one, or an ordinary file, in a folder that you may"
                        + " write.");
    }
}
