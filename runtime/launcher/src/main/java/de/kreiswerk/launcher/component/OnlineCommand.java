package de.kreiswerk.launcher.component;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import de.kreiswerk.launcher.client.Access;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A command about components that speaks with a running platform. */
abstract class OnlineCommand implements Command {

    final Terminal terminal;
    private final String name;
    private final int fewest;
    private final int most;
    private final Refusal usage;

    /** The operands are counted; with another number of them the usage is told. */
    OnlineCommand(Terminal terminal, String name, int fewest, int most, String german, String english) {
        this.terminal = terminal;
        this.name = name;
        this.fewest = fewest;
        this.most = most;
        this.usage = Refusal.usage(
                "So wird es aufgerufen: „kreiswerk component " + name + german + "“",
                "It is called like this: 'kreiswerk component " + name + english + "'");
    }

    @Override
    public final int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(Access.syntax("component " + name, flags()), arguments);
        int given = options.operands().size();
        if (given < fewest || given > most) {
            throw usage;
        }
        return run(options, Deployment.of(options, terminal));
    }

    /** The options without a value that the command knows. */
    Set<String> flags() {
        return Set.of(Question.YES);
    }

    abstract int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException;
}
