package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Terminal;

/** What an import means for who sees a proposal, and why. */
final class PublicationWords {

    private PublicationWords() {}

    static String of(JsonNode result, boolean publish, Terminal terminal) {
        if (result.path("published").asBoolean()) {
            return terminal.pick("veröffentlicht", "published");
        }
        boolean saysPublic = result.path("visibility").asText().equals("PUBLIC");
        return result.path("state").asText().equals("WITHDRAWN")
                ? withdrawn(changed(result), saysPublic, terminal)
                : draft(publish, terminal);
    }

    private static String withdrawn(boolean changed, boolean saysPublic, Terminal terminal) {
        if (saysPublic) {
            return terminal.pick("bleibt zurückgezogen", "stays withdrawn");
        }
        return changed
                ? terminal.pick(
                        "zurückgezogen: der Text sagt nicht mehr öffentlich",
                        "withdrawn: the text no longer says öffentlich")
                : terminal.pick(
                        "bleibt zurückgezogen: der Text sagt nicht öffentlich",
                        "stays withdrawn: the text does not say öffentlich");
    }

    private static String draft(boolean publish, Terminal terminal) {
        return publish
                ? terminal.pick(
                        "bleibt Entwurf: der Text sagt nicht öffentlich",
                        "stays a draft: the text does not say öffentlich")
                : terminal.pick("Entwurf", "draft");
    }

    /** Whether this import changed what the text says of it. */
    private static boolean changed(JsonNode result) {
        for (JsonNode field : result.path("changes")) {
            if (field.asText().equals("visibility")) {
                return true;
            }
        }
        return false;
    }
}
