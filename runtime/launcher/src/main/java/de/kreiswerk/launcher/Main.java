package de.kreiswerk.launcher;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import de.kreiswerk.launcher.client.AttachCommand;
import de.kreiswerk.launcher.client.BackupCommand;
import de.kreiswerk.launcher.client.ImportCommand;
import de.kreiswerk.launcher.client.PublishCommand;
import de.kreiswerk.launcher.client.TextCommand;
import de.kreiswerk.launcher.client.WithdrawCommand;
import de.kreiswerk.launcher.component.ComponentCommand;
import de.kreiswerk.launcher.run.AccountCommand;
import de.kreiswerk.launcher.run.RestoreCommand;
import de.kreiswerk.launcher.run.RunCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The command line of Kreiswerk. Exit codes: 0 done, 1 failed, 2 wrongly called; {@code verify} knows one more. */
public final class Main {

    private final Terminal terminal;
    /** Made when they are called: a start does not wait for what other commands need. */
    private final Map<String, Supplier<Command>> commands;

    private final HelpCommand help;

    Main(Path home, Terminal terminal) {
        this.terminal = terminal;
        this.help = new HelpCommand(terminal);
        String version = Version.read();
        this.commands = Map.ofEntries(
                Map.entry("run", () -> new RunCommand(home, version, terminal)),
                Map.entry("import", () -> new ImportCommand(terminal)),
                Map.entry("publish", () -> new PublishCommand(terminal)),
                Map.entry("withdraw", () -> new WithdrawCommand(terminal)),
                Map.entry("attach", () -> new AttachCommand(terminal)),
                Map.entry("text", () -> new TextCommand(terminal)),
                Map.entry("account", () -> new AccountCommand(home, version, terminal)),
                Map.entry("component", () -> new ComponentCommand(home, version, terminal)),
                Map.entry("backup", () -> new BackupCommand(terminal)),
                Map.entry("restore", () -> new RestoreCommand(home, version, terminal)),
                Map.entry("verify", () -> new VerifyCommand(terminal)),
                Map.entry("version", () -> new VersionCommand(version, terminal)),
                Map.entry("help", () -> help));
    }

    /**
     * Runs a command and ends the process.
     *
     * @param arguments the command and what belongs to it
     */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Terminal terminal = new Terminal(System.out, System.err, environment, Language.of(environment));
        Path home = Path.of(System.getProperty("kreiswerk.home", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(new Main(home, terminal).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (Refusal e) {
            terminal.err().println(e.sentence(terminal.language()));
            return e.exitCode();
        } catch (IOException e) {
            terminal.err().println(terminal.pick("Das ist fehlgeschlagen: ", "This failed: ") + Terminal.reason(e));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int dispatch(List<String> arguments) throws Refusal, IOException, InterruptedException {
        if (arguments.isEmpty()) {
            terminal.err().print(help.text());
            return 2;
        }
        if (asksForHelp(arguments)) {
            return help.run(List.of());
        }
        String name = arguments.get(0);
        Supplier<Command> command = commands.get(name.equals("--version") ? "version" : name);
        if (command == null) {
            throw Refusal.usage(
                    "Den Befehl „" + name + "“ gibt es nicht; „kreiswerk help“ nennt alle.",
                    "There is no command '" + name + "'; 'kreiswerk help' lists all.");
        }
        return command.get().run(arguments.subList(1, arguments.size()));
    }

    private static boolean asksForHelp(List<String> arguments) {
        if (isVerified(arguments)) {
            return false;
        }
        int end = arguments.indexOf("--");
        List<String> options = end < 0 ? arguments : arguments.subList(0, end);
        return options.contains("--help") || options.contains("-h");
    }

    /** Among what is to be verified a help that ends with 0 would say "proven", or that a signature is valid. */
    private static boolean isVerified(List<String> arguments) {
        // It has a help of its own.
        return arguments.get(0).equals("verify")
                || arguments.size() > 3 && arguments.subList(0, 2).equals(List.of("component", "verify"));
    }
}
