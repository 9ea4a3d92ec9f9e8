package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a version as it was checked, and what a plan says. */
final class Report {

    private final Terminal terminal;

    Report(Terminal terminal) {
        this.terminal = terminal;
    }

    void version(JsonNode version) {
        println(Answers.word(version, "component") + " " + Answers.word(version, "version") + "  "
                + Words.versionState(Answers.word(version, "state"), terminal));
        JsonNode signature = version.path("signature");
        String signer = Answers.word(signature, "signer");
        println(terminal.pick("  Unterschrift: ", "  signature: ")
                + Words.signature(Answers.word(signature, "state"), terminal)
                + (signer.isEmpty() ? "" : ", " + signer));
        println("  SHA-256: " + Answers.word(version, "archive"));
        if (!version.path("wants").isEmpty()) {
            println(terminal.pick("  Der Code ", "  the code ")
                    + Answers.words(version.path("wants")).stream()
                            .sorted()
                            .map(want -> Words.want(want, terminal))
                            .collect(Collectors.joining("; ")));
        }
        for (JsonNode finding : version.path("findings")) {
            println("  " + Words.severity(Answers.word(finding, "severity"), terminal) + ": "
                    + Answers.text(finding.path("sentence"), terminal));
            Answers.words(finding.path("places")).forEach(place -> println("      " + place));
        }
    }

    void plan(JsonNode plan) {
        println(terminal.pick("Plan:", "Plan:"));
        for (JsonNode change : plan.path("bundles")) {
            String before = Answers.word(change, "before");
            String after = Answers.word(change, "after");
            String versions = before.isEmpty() || after.isEmpty() ? before + after : before + " -> " + after;
            println("  " + Words.mark(Answers.word(change, "kind")) + " " + Answers.word(change, "symbolicName") + " "
                    + versions);
        }
        for (JsonNode change : plan.path("configurations")) {
            List<String> keys = Answers.words(change.path("keys"));
            println("  " + Words.mark(Answers.word(change, "kind"))
                    + terminal.pick(" Konfiguration ", " configuration ") + Answers.word(change, "pid")
                    + (keys.isEmpty() ? "" : " (" + String.join(", ", keys) + ")"));
        }
        list(terminal.pick("  kurz angehalten: ", "  stopped for a moment: "), Answers.words(plan.path("refreshed")));
        list(terminal.pick("  wird genutzt von: ", "  used by: "), Answers.words(plan.path("dependants")));
        plan.path("notes").forEach(note -> println("  " + Answers.text(note, terminal)));
        refusals(plan);
    }

    /** What is lost for good. */
    void lost(JsonNode belongings) {
        println(terminal.pick("Verloren geht:", "What is lost:"));
        for (JsonNode table : belongings.path("tables")) {
            println(terminal.pick("  Tabelle ", "  table ") + Answers.word(table, "name") + ", "
                    + table.path("rows").asLong() + terminal.pick(" Zeilen", " rows"));
        }
        for (String pid : Answers.words(belongings.path("configurations"))) {
            println(terminal.pick("  Einstellungen ", "  settings ") + pid);
        }
        println("  " + belongings.path("versions").asInt() + terminal.pick(" Archive, ", " archives, ")
                + belongings.path("bytes").asLong()
                + terminal.pick(" Bytes, und der Verlauf", " bytes, and the history"));
        belongings.path("notes").forEach(note -> println("  " + Answers.text(note, terminal)));
        refusals(belongings);
    }

    private void refusals(JsonNode plan) {
        plan.path("refusals")
                .forEach(refusal -> terminal.err()
                        .println(terminal.pick("So geht es nicht: ", "It cannot be done like this: ")
                                + Answers.text(refusal, terminal)));
    }

    private void list(String title, List<String> words) {
        if (!words.isEmpty()) {
            println(title + String.join(", ", words));
        }
    }

    private void println(String line) {
        terminal.out().println(line);
    }
}
