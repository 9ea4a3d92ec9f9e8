package de.kreiswerk.proposals.importer.rules.climate;

import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.TickBox;
import de.kreiswerk.proposals.importer.words.TickBoxes;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final List<Line> unclear = new ArrayList<>();
    private final List<Line> result = new ArrayList<>();
    private String resultLabel = "Ergebnis des KlimaChecks";
    private boolean inResult;
    private boolean hasBoxes;

    static ClimateForm of(List<Line> lines) {
        ClimateForm form = new ClimateForm();
        lines.forEach(form::read);
        return form;
    }

    /** Whether words are ratings with boxes beside them. */
    static boolean hasBoxes(String words) {
        return boxesOf(words).stream().anyMatch(box -> box.state() != TickBox.State.BARE);
    }

    /** The words of the ratings chosen: those that are or may be ticked, or the only one that was left in the form. */
    List<Line> chosen() {
        List<Line> chosen = new ArrayList<>(ticked);
        chosen.addAll(unclear);
        return chosen.isEmpty() && bare.size() == 1 ? bare : chosen;
    }

    /** Where nobody can tell which rating is chosen: more than one is ticked, or it is not clear which. */
    Optional<Line> ambiguous() {
        if (chosen().size() > 1) {
            return Optional.of(chosen().get(1));
        }
        boolean leftBesideBoxes = hasBoxes && ticked.isEmpty();
        return chosen().stream().filter(line -> leftBesideBoxes).findFirst();
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
            return;
        }
        List<TickBox> boxes = boxesOf(line.text());
        if (!inResult && boxes.stream().allMatch(ClimateForm::isRating)) {
            boxes.forEach(box -> rate(box, line));
        } else if (inResult || !Wording.isOneOf(QUESTIONS, line.text())) {
            result.add(line);
        }
    }

    private static List<TickBox> boxesOf(String words) {
        return TickBoxes.in(words, beside -> RatingWording.at(beside) != null);
    }

    private void addResult(Line line, String words) {
        if (!words.isEmpty()) {
            result.add(line.part(words));
        }
    }

    private static boolean isRating(TickBox box) {
        return switch (box.state()) {
            case UNCLEAR -> true;
            case TICKED -> RatingWording.at(box.words()) != null;
            default -> RatingWording.is(box.words());
        };
    }

    private void rate(TickBox box, Line line) {
        Line rating = line.part(box.words());
        hasBoxes = hasBoxes || box.state() != TickBox.State.BARE;
        switch (box.state()) {
            case TICKED -> (RatingWording.areSeveral(box.words()) ? unclear : ticked).add(rating);
            case UNCLEAR -> unclear.add(rating);
            case BARE -> bare.add(rating);
            default -> {
                // An empty box says nothing.
            }
        }
    }
}
