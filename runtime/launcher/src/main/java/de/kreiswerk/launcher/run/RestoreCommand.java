package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.InputFile;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code restore}: starts no more of the platform than what knows the database, and lets it bring a backup into an empty
 * one.
 */
public final class RestoreCommand implements Command {

    private static final Options.Syntax SYNTAX = new Options.Syntax("restore", Set.of(), Set.of(DataDirectory.OPTION));
    private static final String COMMAND = "restore";
    private static final String DATABASE_BUNDLE = "de.kreiswerk.core.persistence-";

    private final Path home;
    private final String version;
    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param home the distribution's folder
     * @param version the platform's version
     * @param terminal where to speak
     */
    public RestoreCommand(Path home, String version, Terminal terminal) {
        this.home = home;
        this.version = version;
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != 1) {
            throw Refusal.usage("Welche Datei? „kreiswerk restore DATEI“", "Which file? 'kreiswerk restore FILE'");
        }
        Path file = InputFile.readable(options.operands().get(0)).toAbsolutePath();
        Errand errand = new Errand(home, version, terminal);
        DataDirectory data = DataDirectory.find(options, terminal);
        DirectoryOwner.require(data, SYNTAX.command());
        data.create();
        try (DirectoryLock lock = DirectoryLock.take(data)) {
            DatabaseFolder.close(data, terminal);
            return told(errand.run(
                    data, errand.levelOf(DATABASE_BUNDLE), COMMAND, Map.of("kreiswerk.restore", file.toString())));
        }
    }

    /** Whether it was done, and a sentence about it. */
    private int told(Optional<Object> answer) throws Refusal {
        if (answer.isPresent() && answer.get() instanceof Map.Entry<?, ?> told) {
            String sentence = String.valueOf(told.getValue());
            if (Boolean.TRUE.equals(told.getKey())) {
                terminal.out().println(sentence);
                return 0;
            }
            throw Refusal.failed(sentence, sentence);
        }
        throw Refusal.failed(
                "Was die Datenbank öffnet, startet nicht; das steht darüber.",
                "What opens the database does not start; see above.");
    }
}
