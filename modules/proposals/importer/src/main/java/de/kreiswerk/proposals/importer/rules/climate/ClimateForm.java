package de.kreiswerk.proposals.importer.rules.climate;

import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.TickBox;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The lines of a climate check: the question, the five ratings, and the result pasted below them. */
final class ClimateForm {

    private static final Set<String> QUESTIONS =
            Set.of("was für eine klimawirkung hat das vorhaben?", "welche klimawirkung hat das vorhaben?");
    private static final Pattern RESULT_LABEL = Pattern.compile(
            "(Ergebnis des Klima-?checks?)(?: \\(in Tabellenform\\))?(?: einfügen)?:?(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<Line> ticked = new ArrayList<>();
    private final List<Line> bare = new ArrayList<>();
    private final List<Line> result = new ArrayList<>();
    private String resultLabel = "Ergebnis des KlimaChecks";
    private boolean inResult;

    static ClimateForm of(List<Line> lines) {
        ClimateForm form = new ClimateForm();
        lines.forEach(form::read);
        return form;
    }

    /** The ratings chosen: those that are ticked, or the only one that was left in the form. */
    List<Line> chosen() {
        return ticked.isEmpty() && bare.size() == 1 ? bare : ticked;
    }

    /** What is pasted as the result: all that is neither question nor rating. */
    List<Line> result() {
        return result;
    }

    String resultLabel() {
        return resultLabel;
    }

    private void read(Line line) {
        var label = RESULT_LABEL.matcher(line.text());
        if (label.matches()) {
            resultLabel = label.group(1);
            inResult = true;
            addResult(line, label.group(2).strip());
        } else if (!inResult && isRating(line)) {
            rate(line);
        } else if (inResult || !Wording.isOneOf(QUESTIONS, line.text())) {
            result.add(line);
        }
    }

    private void addResult(Line line, String words) {
        if (!words.isEmpty()) {
            result.add(line.part(words));
        }
    }

    private static boolean isRating(Line line) {
        TickBox box = TickBox.of(line.text());
        return box.isTicked() ? RatingWording.at(box.words()) != null : RatingWording.is(box.words());
    }

    private void rate(Line line) {
        TickBox box = TickBox.of(line.text());
        switch (box.state()) {
            case TICKED -> ticked.add(line);
            case BARE -> bare.add(line);
            default -> {
                // An empty box says nothing.
            }
        }
    }
}
