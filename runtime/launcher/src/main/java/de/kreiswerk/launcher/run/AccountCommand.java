package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code account reset-password}: starts the platform without its web server and lets it give an account a new password, so that
 * all of its rules hold: the change is recorded like any other.
 */
public final class AccountCommand implements Command {

    private static final Options.Syntax SYNTAX = new Options.Syntax("account", Set.of(), Set.of(DataDirectory.OPTION));
    private static final String COMMAND = "reset-password";

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
    public AccountCommand(Path home, String version, Terminal terminal) {
        this.home = home;
        this.version = version;
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(SYNTAX, arguments);
        List<String> operands = options.operands();
        if (operands.size() != 2 || !operands.get(0).equals(COMMAND)) {
            throw Refusal.usage(
                    "Welches Konto? „kreiswerk account reset-password ANMELDENAME“",
                    "Which account? 'kreiswerk account reset-password LOGINNAME'");
        }
        Errand errand = new Errand(home, version, terminal);
        DataDirectory data = DataDirectory.find(options, terminal);
        DirectoryOwner.require(data, SYNTAX.command());
        if (!Files.exists(data.lockFile())) {
            throw Refusal.failed(
                    data.path() + " ist nicht das Datenverzeichnis einer Plattform; nennen Sie es mit --data.",
                    data.path() + " is not the data directory of a platform; name it with --data.");
        }
        String database = database(data);
        try (DirectoryLock lock = DirectoryLock.take(data)) {
            DatabaseFolder.close(data, terminal);
            // What the platform logs goes where the password goes; only what is wrong is worth reading before it.
            System.setProperty("kreiswerk.log.level", "WARN");
            Optional<Object> answer = errand.run(
                    data,
                    errand.firstLevel(),
                    COMMAND,
                    Map.of("kreiswerk.demo", "false", "kreiswerk.account", operands.get(1)));
            return told(answer, database);
        }
    }

    /** Where the accounts are. In a database that is missing an account would be made, and its password be of no use. */
    private String database(DataDirectory data) throws Refusal {
        Optional<String> url = terminal.variable(DatabaseFolder.ELSEWHERE);
        if (url.isPresent()) {
            // What is behind may be a password.
            return Terminal.oneLine(url.get().replaceFirst("[?;].*", ""));
        }
        if (!Files.exists(data.databaseFile())) {
            throw Refusal.failed(
                    DatabaseFolder.ELSEWHERE + " ist nicht gesetzt, und " + data.databaseFile()
                            + " gibt es nicht; setzen Sie dieselben"
                            + " Variablen wie für die Plattform, unter systemd stehen sie in"
                            + " /etc/kreiswerk/kreiswerk.env.",
                    DatabaseFolder.ELSEWHERE + " is not set, and there is no " + data.databaseFile()
                            + "; set the same variables as for"
                            + " the platform, with systemd they are in /etc/kreiswerk/kreiswerk.env.");
        }
        return data.databaseFile().toString();
    }

    /** Whether it was done, and the password or a sentence. */
    private int told(Optional<Object> answer, String database) throws Refusal {
        if (answer.isPresent() && answer.get() instanceof Map.Entry<?, ?> told) {
            String words = String.valueOf(told.getValue());
            if (!Boolean.TRUE.equals(told.getKey())) {
                throw Refusal.failed(words + " Datenbank: " + database, words + " Database: " + database);
            }
            terminal.err()
                    .println(terminal.pick(
                            "Das neue Kennwort in " + database
                                    + "; bei der nächsten Anmeldung ist ein eigenes zu wählen:",
                            "The new password in " + database + "; at the next sign-in one's own must be chosen:"));
            terminal.out().println(words);
            return 0;
        }
        throw Refusal.failed(
                "Die Konten sind nicht erreichbar, es wurde nichts geändert. Oft fehlt die Datenbank oder der"
                        + " Hauptschlüssel; was gemeldet wurde, steht darüber.",
                "The accounts cannot be reached, nothing was changed. Often the database or the master key is missing;"
                        + " what was reported is above.");
    }
}
