package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;

/** {@code component rollback}: back to the version that was active before. */
public final class RollbackCommand extends OnlineCommand {

    private final Question question;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public RollbackCommand(Terminal terminal) {
        this(terminal, new Question(terminal));
    }

    RollbackCommand(Terminal terminal, Question question) {
        super(terminal, "rollback", 1, 1, " NAME [--yes]", " NAME [--yes]");
        this.question = question;
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        String name = options.operands().get(0);
        String etag = deployment.component(name).etag();
        if (!options.has(Question.YES)
                && !question.isAnsweredWithYes(
                        name + ": zurück zur vorigen Version?", name + ": back to the previous version?")) {
            return 1;
        }
        JsonNode begun = deployment.rollback(name, etag);
        return new Following(deployment, terminal).follow(Answers.word(begun, "id"));
    }
}
