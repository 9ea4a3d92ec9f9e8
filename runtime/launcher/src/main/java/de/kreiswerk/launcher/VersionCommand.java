package de.kreiswerk.launcher;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.List;

/** {@code version}: which Kreiswerk, on which Java. */
final class VersionCommand implements Command {

    private final String version;
    private final Terminal terminal;

    VersionCommand(String version, Terminal terminal) {
        this.version = version;
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) {
        terminal.out().println("Kreiswerk " + version + " (Java " + Runtime.version() + ")");
        return 0;
    }
}
