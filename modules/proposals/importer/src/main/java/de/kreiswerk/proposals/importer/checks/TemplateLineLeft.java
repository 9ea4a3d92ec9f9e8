package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of the form that tell its author what to do and should be gone when it is done. */
public final class TemplateLineLeft implements Check {

    private static final List<Pattern> INSTRUCTIONS = List.of(
            Pattern.compile("Ergebnis des Klima-?checks? .{0,40}einfügen:?.*", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "[\\[<(].{0,80}(?:einfügen|ausfüllen|eintragen|ergänzen)[.:…]?[\\])>]", Pattern.CASE_INSENSITIVE),
            Pattern.compile("hier .{0,40}(?:einfügen|eintragen)[.:…]?", Pattern.CASE_INSENSITIVE));
    private static final int MAX_LENGTH = 200;

    @Override
    public void check(Reading reading, Findings findings) {
        reading.lines().stream().filter(TemplateLineLeft::isInstruction).forEach(line -> report(line, findings));
    }

    private static boolean isInstruction(Line line) {
        return line.text().length() <= MAX_LENGTH
                && INSTRUCTIONS.stream()
                        .anyMatch(
                                instruction -> instruction.matcher(line.text()).matches());
    }

    private static void report(Line line, Findings findings) {
        findings.warning(
                "template-line-left",
                line.number(),
                "Hier ist eine Zeile der Formularvorlage stehen geblieben: „" + Quote.of(line.text())
                        + "“. Bitte ausführen oder löschen.",
                "A line of the form was left here: “" + Quote.of(line.text())
                        + "”. Please do what it says, or delete it.");
    }
}
