package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.util.Set;

/**
 * {@code component remove}: shows who depends on a component, asks, and removes it. Its data stay, unless {@code --with-data} asks
 * otherwise: then what is lost is shown, and the component's name has to be typed.
 */
public final class RemoveCommand extends OnlineCommand {

    private static final String WITH_DATA = "--with-data";

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
        super(terminal, "remove", 1, 1, " NAME [--with-data] [--yes]", " NAME [--with-data] [--yes]");
        this.question = question;
    }

    @Override
    Set<String> flags() {
        return Set.of(Question.YES, WITH_DATA);
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        String name = options.operands().get(0);
        String etag = deployment.component(name).etag();
        JsonNode plan = deployment.plan(name, null);
        new Report(terminal).plan(plan);
        boolean yes = options.has(Question.YES);
        if (options.has(WITH_DATA)) {
            return withData(name, etag, plan, yes, deployment);
        }
        if (!plan.path("possible").asBoolean()) {
            return 1;
        }
        if (!yes
                && !question.isAnsweredWithYes(
                        name + " entfernen? Die Daten bleiben.", "Remove " + name + "? Its data stay.")) {
            return 1;
        }
        JsonNode begun = deployment.remove(name, etag);
        return new Following(deployment, terminal, name).follow(Answers.word(begun, "id"));
    }

    private int withData(String name, String etag, JsonNode plan, boolean yes, Deployment deployment)
            throws Refusal, IOException, InterruptedException {
        JsonNode lost = deployment.belongings(name);
        new Report(terminal).lost(lost);
        if (!plan.path("possible").asBoolean() || !lost.path("possible").asBoolean()) {
            return 1;
        }
        if (!yes
                && !question.isAnsweredWith(
                        name,
                        "Das lässt sich nicht zurücknehmen. Tippen Sie zur Bestätigung den Namen der Komponente:",
                        "This cannot be undone. Type the component's name to confirm:")) {
            return 1;
        }
        JsonNode begun = deployment.removeWithData(name, etag);
        return new Following(deployment, terminal, name).followToTheEnd(Answers.word(begun, "id"));
    }
}
