package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Shows the platform's problem details (RFC 9457) on the error output. */
public final class Problems {

    private final Terminal terminal;

    /**
     * Shows problems.
     *
     * @param terminal where to speak
     */
    public Problems(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Shows a problem.
     *
     * @param subject what it is about: a file, a reference
     * @param answer the platform's answer
     */
    public void show(String subject, Answer answer) {
        String detail = detail(answer);
        terminal.err().println(subject + ": " + detail);
        List<Lines.Line> lines = new ArrayList<>();
        for (JsonNode place : answer.body().path("places")) {
            Lines.Line line = new Lines.Line(
                    place.path("line").asInt(), "", place.path("reason").asText());
            if (line.number() > 0 || !line.text().equals(detail)) {
                lines.add(line);
            }
        }
        Lines.print(lines, terminal, terminal.err());
    }

    /**
     * Ends the command with the problem's words.
     *
     * @param subject what it is about: a file, a reference
     * @param answer the platform's answer
     * @return the refusal
     */
    public Refusal refusal(String subject, Answer answer) {
        String sentence = subject + ": " + detail(answer);
        return Refusal.failed(sentence, sentence);
    }

    private String detail(Answer answer) {
        JsonNode body = answer.body();
        String words = body.path("detail").asText(body.path("title").asText(""));
        String shown = words.isBlank()
                ? terminal.pick("abgelehnt mit Status ", "refused with status ") + answer.status()
                : Terminal.oneLine(words);
        String requestId = body.path("requestId").asText("");
        boolean platformsFault = answer.status() >= 500 && !requestId.isBlank();
        return platformsFault
                ? shown + terminal.pick(" (Anfrage ", " (request ") + Terminal.oneLine(requestId) + ")"
                : shown;
    }
}
