package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.util.List;

/** {@code withdraw}: takes a published proposal back. */
public final class WithdrawCommand implements Command {

    private final StateChange change;
    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public WithdrawCommand(Terminal terminal) {
        this.change = new StateChange("withdraw", terminal);
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        StateChange.Changed changed = change.carryOut(arguments);
        terminal.out().println(changed.reference() + terminal.pick("  zurückgezogen", "  withdrawn"));
        return 0;
    }
}
