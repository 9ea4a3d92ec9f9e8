package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.InputFile;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import de.kreiswerk.launcher.client.Answer;
import java.io.IOException;

/** {@code component install}: uploads an archive, shows the plan, asks, switches, and follows until it runs or is taken back. */
public final class InstallCommand extends OnlineCommand {

    private final Question question;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public InstallCommand(Terminal terminal) {
        this(terminal, new Question(terminal));
    }

    InstallCommand(Terminal terminal, Question question) {
        super(terminal, "install", 1, 1, " ARCHIV [--yes]", " ARCHIVE [--yes]");
        this.question = question;
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        JsonNode version =
                deployment.upload(InputFile.readable(options.operands().get(0)));
        Report report = new Report(terminal);
        report.version(version);
        String name = Answers.word(version, "component");
        String number = Answers.word(version, "version");
        String state = Answers.word(version, "state");
        if (state.equals("WAITING")) {
            throw waits(name, number);
        }
        if (state.equals("ACTIVE") && isWell(deployment.component(name))) {
            terminal.out().println(name + " " + number + terminal.pick("  ist schon aktiv", "  is active already"));
            return 0;
        }
        return switched(options, deployment, report, name, version);
    }

    /** The active version may be one that does not run, or reports a fault; switching to it starts it once more. */
    private static boolean isWell(Answer component) {
        return Answers.word(component.body(), "state").equals("RUNNING")
                && !Answers.word(component.body(), "health").equals("CRITICAL");
    }

    private int switched(Options options, Deployment deployment, Report report, String name, JsonNode version)
            throws Refusal, IOException, InterruptedException {
        String archive = Answers.word(version, "archive");
        // The revision first: what somebody else switches while the plan is read is not overwritten.
        String etag = deployment.component(name).etag();
        JsonNode plan = deployment.plan(name, archive);
        report.plan(plan);
        if (!plan.path("possible").asBoolean()) {
            return 1;
        }
        if (!options.has(Question.YES) && !question.isAnsweredWithYes("Jetzt umschalten?", "Switch now?")) {
            return 1;
        }
        JsonNode begun = deployment.switchTo(name, archive, etag);
        return new Following(deployment, terminal, name).follow(Answers.word(begun, "id"));
    }

    private static Refusal waits(String name, String version) {
        String command = "kreiswerk component approve " + name + " " + version;
        return Refusal.failed(
                "Jemand anderes muss das freigeben, was über die Erlaubnis des Fachbereichs hinausgeht: „" + command
                        + "“. Danach noch einmal install.",
                "Somebody else must approve what exceeds the department's grant: '" + command
                        + "'. Then install once more.");
    }
}
