package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Reads what the platform says about components; what comes from elsewhere cannot steer the terminal. */
final class Answers {

    private Answers() {}

    static String word(JsonNode node, String member) {
        return Terminal.oneLine(node.path(member).asText(""));
    }

    /** A text in both languages; empty when it is not there. */
    static String text(JsonNode text, Terminal terminal) {
        return Terminal.oneLine(terminal.pick(
                text.path("german").asText(""), text.path("english").asText("")));
    }

    static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(Terminal.oneLine(word.asText())));
        return words;
    }
}
