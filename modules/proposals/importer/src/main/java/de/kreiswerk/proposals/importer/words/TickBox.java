package de.kreiswerk.proposals.importer.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A box of a form, as it comes out of a text: {@code x im Plan}, {@code [x] im Plan}, {@code im Plan ☒}.
 *
 * @param state whether it is ticked, empty, unclear, or shows no box at all
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
        BARE,
        /** There is a mark, and nobody can tell which of the words it belongs to. */
        UNCLEAR
    }

    /** The signs of a box with a mark in it, and of marks alone, for a class of a pattern. */
    public static final String MARKS = "☒☑✓✔✗✘⊠🗹🗷";

    /** The signs of a box without a mark. */
    public static final String BOXES = "☐□▢❏❑⬜";

    static final String TICKED = "\\[ ?[xX] ?\\]|\\( ?[xX] ?\\)|[" + MARKS + "]";
    static final String EMPTY = "\\[ ?\\]|\\( ?\\)|[" + BOXES + "]";
    private static final Pattern TICK = Pattern.compile(TICKED);
    private static final Pattern BULLET = Pattern.compile("[-*•] (?=\\S)");
    private static final Pattern LEADING = Pattern.compile("(?:([xX](?=\\s)|" + TICKED + ")|" + EMPTY + ")");
    private static final Pattern TRAILING = Pattern.compile("(?:((?<=\\s)[xX]|" + TICKED + ")|" + EMPTY + ")$");

    /** Whether it is ticked. */
    public boolean isTicked() {
        return state == State.TICKED;
    }

    /** Reads a single box, before or behind its words. */
    public static TickBox of(String line) {
        String words = withoutBullet(line);
        Matcher leading = LEADING.matcher(words);
        if (leading.lookingAt()) {
            return new TickBox(state(leading), words.substring(leading.end()).strip());
        }
        Matcher trailing = TRAILING.matcher(lastCharacters(words));
        if (trailing.find()) {
            String rest = words.substring(0, words.length() - trailing.group().length());
            return new TickBox(state(trailing), rest.strip());
        }
        return new TickBox(State.BARE, words);
    }

    /** Whether a line has an empty box before or behind its words, and no tick anywhere. */
    public static boolean isUnticked(String line) {
        return of(line).state() == State.EMPTY && !TICK.matcher(line).find();
    }

    static String withoutBullet(String line) {
        return BULLET.matcher(line).lookingAt() ? line.substring(2) : line;
    }

    private static State state(Matcher box) {
        return box.group(1) == null ? State.EMPTY : State.TICKED;
    }

    // Searching for a mark at the end of a very long line must not walk through all of it.
    private static String lastCharacters(String words) {
        return words.substring(Math.max(0, words.length() - 8));
    }
}
