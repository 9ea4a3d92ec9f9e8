package de.kreiswerk.launcher.component;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code component}: everything about departments' components, each under a name of its own. */
public final class ComponentCommand implements Command {

    private final Map<String, Command> commands;

    /**
     * Makes the command.
     *
     * @param home the distribution's folder
     * @param version the platform's version
     * @param terminal where to speak
     */
    public ComponentCommand(Path home, String version, Terminal terminal) {
        this.commands = Map.ofEntries(
                Map.entry("keygen", new KeygenCommand(terminal)),
                Map.entry("new", new NewCommand(home, version, terminal)),
                Map.entry("pack", new PackCommand(terminal)),
                Map.entry("sign", new SignCommand(terminal)),
                Map.entry("verify", new VerifyCommand(terminal)),
                Map.entry("list", new ListCommand(terminal)),
                Map.entry("plan", new PlanCommand(terminal)),
                Map.entry("install", new InstallCommand(terminal)),
                Map.entry("approve", new ApproveCommand(terminal)),
                Map.entry("rollback", new RollbackCommand(terminal)),
                Map.entry("remove", new RemoveCommand(terminal)),
                Map.entry("await", new AwaitCommand(terminal)),
                Map.entry("cancel", new CancelCommand(terminal)));
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Command command = arguments.isEmpty() ? null : commands.get(arguments.get(0));
        if (command == null) {
            String names = String.join(", ", commands.keySet().stream().sorted().toList());
            throw Refusal.usage(
                    "Was ist mit der Komponente zu tun? „kreiswerk component BEFEHL“ mit " + names
                            + "; „kreiswerk help“ erklärt sie.",
                    "What is to be done with the component? 'kreiswerk component COMMAND' with " + names
                            + "; 'kreiswerk help' explains them.");
        }
        return command.run(arguments.subList(1, arguments.size()));
    }
}
