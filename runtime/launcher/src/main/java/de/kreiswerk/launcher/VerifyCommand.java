package de.kreiswerk.launcher;

import de.kreiswerk.audit.verifier.Verifier;
import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.List;

/** {@code verify}: what {@code kreiswerk-verify.jar} does by itself. */
final class VerifyCommand implements Command {

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) {
        return new Verifier(terminal.out(), terminal.language() == Language.GERMAN).run(arguments);
    }
}
