package de.kreiswerk.launcher.component;

import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;

/** {@code component cancel}: takes back what is under way, and follows that to its end. */
public final class CancelCommand extends OnlineCommand {

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public CancelCommand(Terminal terminal) {
        super(terminal, "cancel", 1, 1, " NAME", " NAME");
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        String name = options.operands().get(0);
        String underWay = Answers.word(deployment.component(name).body(), "switching");
        if (underWay.isEmpty()) {
            throw Refusal.failed(
                    name + ": Gerade wird nichts umgeschaltet.", name + ": nothing is being switched just now.");
        }
        deployment.cancel(name, underWay);
        // It was asked to go back: that it did is what was wanted.
        return new Following(deployment, terminal, name).end(underWay).equals("UNDONE") ? 0 : 1;
    }
}
