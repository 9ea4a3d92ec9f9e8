package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.InputFile;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;

/** {@code component plan}: uploads an archive and shows what the check finds and what a switch would do. Nothing is switched. */
public final class PlanCommand extends OnlineCommand {

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public PlanCommand(Terminal terminal) {
        super(terminal, "plan", 1, 1, " ARCHIV", " ARCHIVE");
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        JsonNode version =
                deployment.upload(InputFile.readable(options.operands().get(0)));
        Report report = new Report(terminal);
        report.version(version);
        JsonNode plan = deployment.plan(Answers.word(version, "component"), Answers.word(version, "archive"));
        report.plan(plan);
        return plan.path("possible").asBoolean() ? 0 : 1;
    }
}
