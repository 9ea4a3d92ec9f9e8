package de.kreiswerk.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Shows what came of an import: reference, outcome, address, findings. */
final class ImportReport {

    private final Terminal terminal;

    ImportReport(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(String file, JsonNode result, boolean publish) {
        boolean published = result.path("published").asBoolean();
        println(text(result, "reference") + "  " + outcome(text(result, "outcome")) + ", Version "
                + result.path("version").asInt() + ", " + PublicationWords.of(result, publish, terminal) + "  (" + file
                + ")");
        println("  " + text(result, "url")
                + (published ? "" : terminal.pick("  (erst nach der Veröffentlichung)", "  (once it is published)")));
        if (!result.path("changes").isEmpty()) {
            List<String> changes = new ArrayList<>();
            result.path("changes").forEach(change -> changes.add(FieldWords.of(change.asText(), terminal)));
            println(terminal.pick("  geändert: ", "  changed: ") + String.join(", ", changes));
        }
        if (published && text(result, "outcome").equals("CHANGED")) {
            tellOfEarlierVersions(text(result, "reference"));
        }
        List<Lines.Line> findings = new ArrayList<>();
        for (JsonNode finding : result.path("findings")) {
            findings.add(new Lines.Line(
                    finding.path("line").asInt(), severity(text(finding, "severity")), text(finding, "message")));
        }
        Lines.print(findings, terminal, terminal.out());
    }

    /** Who corrects what should never have been public must know that correcting it is not enough. */
    private void tellOfEarlierVersions(String reference) {
        println(terminal.pick(
                "  Was davon öffentlich war, bleibt als überholte Fassung lesbar; „kreiswerk withdraw " + reference
                        + "“ und danach „publish“ nehmen es zurück.",
                "  What was public of it can still be read as a superseded version; 'kreiswerk withdraw " + reference
                        + "', then 'publish', take it back."));
    }

    void sum(int imported, int failed) {
        println(terminal.pick(
                imported + " übernommen, " + failed + " abgelehnt.", imported + " imported, " + failed + " refused."));
    }

    private void println(String line) {
        terminal.out().println(line.substring(0, indent(line)) + Terminal.oneLine(line));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private String outcome(String outcome) {
        return switch (outcome) {
            case "CREATED" -> terminal.pick("neu angelegt", "created");
            case "CHANGED" -> terminal.pick("geändert", "changed");
            case "UNCHANGED" -> terminal.pick("unverändert", "unchanged");
            default -> outcome;
        };
    }

    private String severity(String severity) {
        return switch (severity) {
            case "INFO" -> terminal.pick("Hinweis", "Note");
            case "WARNING" -> terminal.pick("Warnung", "Warning");
            case "ERROR" -> terminal.pick("Fehler", "Error");
            default -> severity;
        };
    }
}
