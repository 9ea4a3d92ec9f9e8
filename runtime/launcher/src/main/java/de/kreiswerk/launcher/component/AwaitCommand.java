package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;

/** {@code component await}: follows what is under way, or says what came of the last switch. */
public final class AwaitCommand extends OnlineCommand {

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public AwaitCommand(Terminal terminal) {
        super(terminal, "await", 1, 1, " NAME", " NAME");
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        String name = options.operands().get(0);
        String underWay = Answers.word(deployment.component(name).body(), "switching");
        if (underWay.isEmpty()) {
            JsonNode last = deployment.history(name).path(0);
            underWay = Answers.word(last, "id");
        }
        if (underWay.isEmpty()) {
            throw Refusal.failed(name + ": Umgeschaltet wurde noch nie.", name + ": it was never switched.");
        }
        return new Following(deployment, terminal, name).follow(underWay);
    }
}
