package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;

/** {@code component list}: what departments run, and what is kept of each. */
public final class ListCommand extends OnlineCommand {

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public ListCommand(Terminal terminal) {
        super(terminal, "list", 0, 0, "", "");
    }

    @Override
    int run(Options options, Deployment deployment) throws Refusal, IOException, InterruptedException {
        JsonNode all = deployment.all();
        if (all.isEmpty()) {
            terminal.out().println(terminal.pick("Es gibt keine Komponenten.", "There are no components."));
        }
        all.forEach(this::show);
        return 0;
    }

    private void show(JsonNode component) {
        terminal.out()
                .println(Answers.word(component, "name") + "  "
                        + Words.componentState(Answers.word(component, "state"), terminal));
        String reason = Answers.text(component.path("reason"), terminal);
        if (!reason.isEmpty()) {
            terminal.out().println("  " + reason);
        }
        for (JsonNode version : component.path("versions")) {
            terminal.out()
                    .println("  " + Answers.word(version, "version") + "  "
                            + Words.versionState(Answers.word(version, "state"), terminal) + ", "
                            + Words.signature(Answers.word(version.path("signature"), "state"), terminal));
        }
    }
}
