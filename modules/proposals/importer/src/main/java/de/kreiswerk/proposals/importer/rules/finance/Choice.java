package de.kreiswerk.proposals.importer.rules.finance;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.reading.Contradiction;
import de.kreiswerk.proposals.importer.reading.Draft;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.TickBox;
import de.kreiswerk.proposals.importer.words.TickBoxes;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The boxes of a question. Ticked ones are chosen; where nothing can be ticked and one option is left, that one is. Where nobody
 * can tell which option a mark belongs to, none is.
 *
 * @param <T> what an option stands for
 */
final class Choice<T> {

    // What is longer than this is an explanation, not a box.
    private static final int MAX_LENGTH = 1_000;
    private static final int LONGEST_OPTION = 80;
    private static final Pattern SLASH = Pattern.compile("^[/|]\\s*");

    private final Map<String, T> options;
    private final List<Option<T>> ticked = new ArrayList<>();
    private final List<Option<T>> bare = new ArrayList<>();
    private final List<Answer> others = new ArrayList<>();
    private final List<Line> unclear = new ArrayList<>();
    private boolean hasBoxes;

    private Choice(Map<String, T> options) {
        this.options = options;
    }

    /** Reads the answers to a question with some options, which are given in lower case. */
    static <T> Choice<T> of(Map<String, T> options, List<Answer> answers) {
        Choice<T> choice = new Choice<>(options);
        answers.forEach(choice::read);
        return choice;
    }

    /** The options that are chosen. */
    List<Option<T>> chosen() {
        return !hasBoxes && bare.size() == 1 ? bare : ticked;
    }

    /** The one option that is chosen, null when none or more than one is. */
    T single() {
        List<T> different = chosen().stream().map(Option::value).distinct().toList();
        return different.size() == 1 && unclear.isEmpty() ? different.get(0) : null;
    }

    /** Reports it when more than one option is chosen where only one can be meant, or when it is not clear which. */
    void reportContradiction(Contradiction kind, Draft draft) {
        List<Line> lines = new ArrayList<>(unclear);
        if (chosen().stream().map(Option::value).distinct().count() > 1) {
            lines.add(0, chosen().get(1).line());
        } else if (isLeftBesideBoxes()) {
            lines.add(bare.get(0).line());
        }
        lines.stream().limit(1).forEach(line -> draft.contradictions().add(new Found<>(kind, line.number())));
    }

    // One option without a box, and the others have boxes of which none is ticked.
    private boolean isLeftBesideBoxes() {
        return hasBoxes && ticked.isEmpty() && bare.size() == 1;
    }

    /** Keeps words that are no option. */
    void keepOthers(Claims claims) {
        others().forEach(answer -> claims.takeAllBut(answer.words(), answer.line()));
    }

    /** Keeps words behind the options that are chosen. */
    void keepRests(Claims claims) {
        chosen().forEach(option -> claims.takeAllBut(option.rest(), option.line()));
    }

    /** Keeps the options that are chosen, where nothing can be made of them. */
    void keepChosen(Claims claims) {
        chosen().forEach(option -> claims.takeAllBut(option.words(), option.line()));
    }

    /** Words that are neither an option nor part of a chosen one. */
    List<Answer> others() {
        List<Answer> unused = new ArrayList<>(others);
        if (chosen() != bare) {
            bare.stream()
                    .map(option -> new Answer(option.line(), isLeftBesideBoxes() ? option.words() : option.rest()))
                    .filter(answer -> !answer.words().isEmpty())
                    .forEach(unused::add);
        }
        return unused;
    }

    private void read(Answer answer) {
        if (answer.words().length() > MAX_LENGTH) {
            others.add(answer);
            return;
        }
        List<TickBox> list = listOf(answer.words());
        if (list.isEmpty()) {
            TickBoxes.in(answer.words(), words -> optionAt(words) != null).forEach(box -> read(box, answer.line()));
        } else if (list.stream().anyMatch(box -> box.state() != TickBox.State.BARE)) {
            list.forEach(box -> read(box, answer.line()));
        }
        // Else "ja / nein" is the form's own text, nobody has chosen yet.
    }

    /** The boxes of words that are nothing but a list of options: {@code ja / nein x}. Empty when they are none. */
    private List<TickBox> listOf(String words) {
        List<TickBox> list = Arrays.stream(words.split("[/,;|]", 10))
                .map(part -> TickBox.of(part.strip()))
                .toList();
        boolean pure = list.stream().allMatch(box -> Wording.isOneOf(options.keySet(), box.words()));
        return pure && list.size() > 1 ? list : List.of();
    }

    private void read(TickBox box, Line line) {
        hasBoxes = hasBoxes || box.state() != TickBox.State.BARE;
        String wording = box.state() == TickBox.State.UNCLEAR ? null : optionAt(box.words());
        String rest =
                wording == null ? "" : box.words().substring(wording.length()).strip();
        // Two options beside one box: nobody can tell which of them is meant.
        boolean several = optionAt(SLASH.matcher(rest).replaceFirst("")) != null;
        if (wording == null || several) {
            if (box.state() == TickBox.State.UNCLEAR || box.isTicked() && several || isLoneMark(box)) {
                unclear.add(line);
            }
            others.add(new Answer(line, box.words()));
            return;
        }
        Option<T> option = new Option<>(options.get(wording), box.words(), rest, line);
        switch (box.state()) {
            case TICKED -> ticked.add(option);
            case BARE -> bare.add(option);
            default -> keepRest(option);
        }
    }

    private static boolean isLoneMark(TickBox box) {
        return box.isTicked() && box.words().isEmpty() || box.words().equalsIgnoreCase("x");
    }

    private void keepRest(Option<T> option) {
        if (!option.rest().isEmpty()) {
            others.add(new Answer(option.line(), option.rest()));
        }
    }

    private String optionAt(String words) {
        String start =
                words.substring(0, Math.min(words.length(), LONGEST_OPTION)).toLowerCase(Locale.GERMAN);
        String longest = null;
        for (String option : options.keySet()) {
            boolean found = start.startsWith(option) && endsThere(start, option.length());
            longest = found && (longest == null || option.length() > longest.length()) ? option : longest;
        }
        return longest;
    }

    private static boolean endsThere(String words, int end) {
        return end == words.length() || !Character.isLetterOrDigit(words.charAt(end));
    }

    /**
     * An option of the question.
     *
     * @param value what it stands for
     * @param words the words beside its box
     * @param rest what stands there behind the option's own words
     * @param line its line
     */
    record Option<T>(T value, String words, String rest, Line line) {}
}
