package de.kreiswerk.proposals.importer.words;

import de.kreiswerk.proposals.importer.words.TickBox.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The boxes of a line. They stand before their words, as in the county's form, or behind them: {@code ☐ ja ☒ nein},
 * {@code ja ☐ nein ☒}.
 */
public final class TickBoxes {

    // What is longer than this is an explanation, not a row of boxes.
    private static final int MAX_LENGTH = 1_000;
    private static final int LONGEST_OPTION = 100;
    private static final Pattern MARK = Pattern.compile(
            "(?<letter>(?<!\\S)[xX](?!\\S))|(?<ticked>" + TickBox.TICKED + ")|(?:" + TickBox.EMPTY + ")");

    private final Predicate<String> isOption;
    private final List<State> marks = new ArrayList<>();
    // One more than there are marks.
    private final List<String> words = new ArrayList<>();
    private boolean letter;

    private TickBoxes(Predicate<String> isOption) {
        this.isOption = isOption;
    }

    /**
     * Reads all boxes of a line.
     *
     * @param line the line
     * @param isOption whether words begin with one of the answers that the form offers
     */
    public static List<TickBox> in(String line, Predicate<String> isOption) {
        if (line.length() > MAX_LENGTH) {
            return List.of(TickBox.of(line));
        }
        TickBoxes boxes = new TickBoxes(isOption);
        boxes.cut(TickBox.withoutBullet(line));
        return boxes.read(line);
    }

    private void cut(String line) {
        int start = 0;
        Matcher mark = MARK.matcher(line);
        while (mark.find()) {
            boolean isLetter = mark.group("letter") != null;
            if (isLetter && !isMark(mark.start(), mark.end(), line)) {
                continue;
            }
            letter = isLetter;
            marks.add(isLetter || mark.group("ticked") != null ? State.TICKED : State.EMPTY);
            words.add(line.substring(start, mark.start()).strip());
            start = mark.end();
        }
        words.add(line.substring(start).strip());
    }

    // "3 x 5 €": among words the letter is a mark only before an option.
    private boolean isMark(int start, int end, String line) {
        String behind = line.substring(end, Math.min(end + LONGEST_OPTION, line.length()))
                .strip();
        return start == 0 || behind.isEmpty() || isOption.test(behind);
    }

    private List<TickBox> read(String line) {
        if (marks.isEmpty() || words.stream().noneMatch(isOption)) {
            return List.of(TickBox.of(line));
        }
        if (areBefore()) {
            return boxes(1, 0);
        }
        if (areBehind()) {
            return boxes(0, marks.size());
        }
        // "☐ ja nein ☒": with a mark nobody can tell, without one nothing is chosen.
        return marks.contains(State.TICKED)
                ? List.of(new TickBox(State.UNCLEAR, line))
                : words.stream().map(beside -> new TickBox(State.EMPTY, beside)).toList();
    }

    private boolean areBefore() {
        if (first().isEmpty()) {
            return !last().isEmpty();
        }
        // "ja x nein": as in the form, and a letter was put where there is no box.
        boolean between = letter && marks.size() == 1;
        return (between || !isOption.test(first())) && areOptions(1, words.size());
    }

    private boolean areBehind() {
        if (last().isEmpty()) {
            return !first().isEmpty();
        }
        return !isOption.test(last()) && areOptions(0, marks.size());
    }

    private boolean areOptions(int from, int to) {
        return words.subList(from, to).stream().allMatch(isOption);
    }

    /** The marks with the words from a place on, and without a mark those at another. */
    private List<TickBox> boxes(int from, int bare) {
        List<TickBox> boxes = new ArrayList<>();
        IntStream.range(0, marks.size()).forEach(i -> boxes.add(new TickBox(marks.get(i), words.get(from + i))));
        if (!words.get(bare).isEmpty()) {
            boxes.add(new TickBox(State.BARE, words.get(bare)));
        }
        return boxes;
    }

    private String first() {
        return words.get(0);
    }

    private String last() {
        return words.get(words.size() - 1);
    }
}
