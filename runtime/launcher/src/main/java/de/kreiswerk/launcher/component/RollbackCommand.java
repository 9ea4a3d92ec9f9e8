package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import de.kreiswerk.launcher.client.Answer;
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
        // The revision first: what somebody else switches while the plan is read is not overwritten.
        Answer component = deployment.component(name);
        String before = Answers.word(component.body(), "before");
        if (before.isEmpty()) {
            throw nothingBefore(name);
        }
        JsonNode plan = deployment.planOfRollback(name);
        new Report(terminal).plan(plan);
        if (!plan.path("possible").asBoolean()) {
            return 1;
        }
        String version = version(component.body(), before);
        if (!options.has(Question.YES)
                && !question.isAnsweredWithYes(
                        name + ": zurück zu Version " + version + "?", name + ": back to version " + version + "?")) {
            return 1;
        }
        JsonNode begun = deployment.rollback(name, component.etag());
        return new Following(deployment, terminal, name).follow(Answers.word(begun, "id"));
    }

    private static String version(JsonNode component, String archive) {
        for (JsonNode version : component.path("versions")) {
            if (Answers.word(version, "archive").equals(archive)) {
                return Answers.word(version, "version");
            }
        }
        return archive;
    }

    private static Refusal nothingBefore(String name) {
        return Refusal.failed(
                name + ": Es gibt keine frühere Version, die aufbewahrt ist und mit den Tabellen von jetzt läuft.",
                name + ": there is no former version that is kept and runs with the tables of now.");
    }
}
