package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;

/** {@code component remove}: shows who depends on a component, asks, and removes it. Its data stay. */
public final class RemoveCommand extends OnlineCommand {

    private final Question question;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public RemoveCommand(Terminal terminal) {
        this(terminal, new Question(terminal));
    }

    RemoveCommand(Terminal terminal, Question question) {
        super(terminal, "remove", 1, 1, " NAME [--yes]", " NAME [--yes]");
        this.question = question;
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        String name = options.operands().get(0);
        String etag = deployment.component(name).etag();
        JsonNode plan = deployment.plan(name, null);
        new Report(terminal).plan(plan);
        if (!plan.path("possible").asBoolean()) {
            return 1;
        }
        if (!options.has(Question.YES)
                && !question.isAnsweredWithYes(
                        name + " entfernen? Die Daten bleiben.", "Remove " + name + "? Its data stay.")) {
            return 1;
        }
        JsonNode begun = deployment.remove(name, etag);
        return new Following(deployment, terminal).follow(Answers.word(begun, "id"));
    }
}
