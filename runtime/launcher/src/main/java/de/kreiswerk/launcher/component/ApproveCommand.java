package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code component approve}: approves what exceeds a department's grant, of what somebody else uploaded. */
public final class ApproveCommand extends OnlineCommand {

    private static final int SHORTEST_HASH = 8;

    private final Question question;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public ApproveCommand(Terminal terminal) {
        this(terminal, new Question(terminal));
    }

    ApproveCommand(Terminal terminal, Question question) {
        super(terminal, "approve", 2, 2, " NAME VERSION [--yes]", " NAME VERSION [--yes]");
        this.question = question;
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        String name = options.operands().get(0);
        JsonNode version = version(
                name, options.operands().get(1), deployment.component(name).body());
        Report report = new Report(terminal);
        report.version(version);
        if (!options.has(Question.YES) && !question.isAnsweredWithYes("Das freigeben?", "Approve this?")) {
            return 1;
        }
        report.version(deployment.approve(name, Answers.word(version, "archive")));
        return 0;
    }

    /** By its number, or by how its hash begins: of two with one number only the hash tells which. */
    private static JsonNode version(String name, String wanted, JsonNode component) throws Refusal {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode version : component.path("versions")) {
            boolean byHash = wanted.length() >= SHORTEST_HASH
                    && Answers.word(version, "archive").startsWith(wanted);
            if (byHash || Answers.word(version, "version").equals(wanted)) {
                found.add(version);
            }
        }
        if (found.isEmpty()) {
            throw Refusal.failed(
                    name + ": Eine Version " + wanted + " gibt es nicht.",
                    name + ": there is no version " + wanted + ".");
        }
        if (found.size() > 1) {
            throw Refusal.failed(
                    name + ": Es gibt mehrere Archive mit der Version " + wanted
                            + "; nennen Sie den Anfang des SHA-256.",
                    name + ": there are several archives of version " + wanted + "; name how the SHA-256 begins.");
        }
        return found.get(0);
    }
}
