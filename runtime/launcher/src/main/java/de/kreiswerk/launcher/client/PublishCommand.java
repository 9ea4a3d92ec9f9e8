package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.util.List;

/** {@code publish}: makes a proposal public. */
public final class PublishCommand implements Command {

    private final StateChange change;
    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public PublishCommand(Terminal terminal) {
        this.change = new StateChange("publish", terminal);
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        StateChange.Changed changed = change.carryOut(arguments);
        terminal.out()
                .println(
                        changed.reference() + terminal.pick("  veröffentlicht: ", "  published: ") + changed.address());
        return 0;
    }
}
