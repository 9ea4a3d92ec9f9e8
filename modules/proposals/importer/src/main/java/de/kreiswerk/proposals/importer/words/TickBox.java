package de.kreiswerk.proposals.importer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A box of a form, as it comes out of a text: {@code x im Plan}, {@code [x] im Plan}, {@code ☒ im Plan}.
 *
 * @param state whether it is ticked, empty, or shows no box at all
 * @param words what stands beside it
 */
public record TickBox(State state, String words) {

    /** What can be seen of a box. */
    public enum State {
        /** There is a mark in it. */
        TICKED,
        /** There is a box without a mark. */
        EMPTY,
        /** There is no box to be seen. */
        BARE
    }

    private static final String TICKED = "[xX](?= )|\\[ ?[xX] ?\\]|\\( ?[xX] ?\\)|[☒☑✓✔✗✘⊠🗹🗷]";
    private static final String EMPTY = "\\[ ?\\]|\\( ?\\)|[☐□▢❏❑⬜]";
    private static final Pattern BULLET = Pattern.compile("[-*•] (?=\\S)");
    private static final Pattern LEADING = Pattern.compile("(?:(" + TICKED + ")|(" + EMPTY + ")) *");
    private static final Pattern TRAILING_TICK = Pattern.compile("(?:(?<= )[xX]|\\[[xX]\\]|\\([xX]\\)|[☒☑✓✔✗✘⊠🗹🗷])$");
    private static final Pattern NEXT_BOX = Pattern.compile("(?<= )(?:\\[ ?[xX]? ?\\]|[☒☑⊠🗹🗷☐□▢❏❑⬜])");

    /** Whether it is ticked. */
    public boolean isTicked() {
        return state == State.TICKED;
    }

    /** Reads a single box. */
    public static TickBox of(String line) {
        String words = BULLET.matcher(line).lookingAt() ? line.substring(2) : line;
        Matcher leading = LEADING.matcher(words);
        if (leading.lookingAt()) {
            State state = leading.group(1) == null ? State.EMPTY : State.TICKED;
            return new TickBox(state, words.substring(leading.end()).strip());
        }
        Matcher trailing = TRAILING_TICK.matcher(lastCharacters(words));
        if (trailing.find()) {
            String rest = words.substring(0, words.length() - trailing.group().length());
            return new TickBox(State.TICKED, rest.strip());
        }
        return new TickBox(State.BARE, words);
    }

    /** Reads all boxes of a line: {@code ☒ ja ☐ nein} are two. */
    public static List<TickBox> allOf(String line) {
        if (!LEADING.matcher(line).lookingAt()) {
            return List.of(of(line));
        }
        List<TickBox> boxes = new ArrayList<>();
        int start = 0;
        Matcher next = NEXT_BOX.matcher(line);
        while (next.find()) {
            boxes.add(of(line.substring(start, next.start()).strip()));
            start = next.start();
        }
        boxes.add(of(line.substring(start).strip()));
        return boxes;
    }

    // Searching for a mark at the end of a very long line must not walk through all of it.
    private static String lastCharacters(String words) {
        return words.substring(Math.max(0, words.length() - 8));
    }
}
