package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What publishing and withdrawing have in common: one reference, one change, nobody else's change lost. */
final class StateChange {

    private final String command;
    private final Terminal terminal;

    /**
     * Makes the change.
     *
     * @param command the command's name, which is the last part of the endpoint's path too
     * @param terminal where to speak
     */
    StateChange(String command, Terminal terminal) {
        this.command = command;
        this.terminal = terminal;
    }

    /**
     * The paper after the change.
     *
     * @param reference its Vorlagennummer
     * @param address its page, as the world knows it, when the platform says so
     */
    record Changed(String reference, String address) {}

    Changed carryOut(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(Access.syntax(command, Set.of()), arguments);
        if (options.operands().size() != 1) {
            throw Refusal.usage(
                    "Welche Vorlage? „kreiswerk " + command + " VORLAGENNUMMER“, zum Beispiel 2026/127.",
                    "Which proposal? 'kreiswerk " + command + " REFERENCE', for example 2026/127.");
        }
        String reference = options.operands().get(0);
        PlatformClient client = new PlatformClient(Access.find(options, terminal), terminal.language());
        PaperOnPlatform paper = PaperOnPlatform.find(reference, client, terminal);
        Answer answer =
                PaperOnPlatform.succeeded(reference, client.change(paper.id(), command, paper.etag()), terminal);
        return new Changed(reference, Terminal.oneLine(address(answer.body(), client)));
    }

    /** An older platform does not say its address: it is where it was asked then, as far as anybody knows. */
    private static String address(JsonNode paper, PlatformClient client) {
        String stated = paper.path("url").asText();
        return stated.isEmpty()
                ? client.base() + "/vorlagen/" + paper.path("slug").asText()
                : stated;
    }
}
