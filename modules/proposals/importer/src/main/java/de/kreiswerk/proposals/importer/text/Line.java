package de.kreiswerk.proposals.importer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A line that holds something, freed of markup. A line that was cut in two keeps its number in both parts. Two lines are the
 * same only when they are the same object: equal words may stand in many places.
 */
public final class Line {

    private final int number;
    private final String text;
    private final int heading;
    private final boolean bold;
    private final int leadingTabs;
    private final boolean indented;

    Line(int number, String text, int heading, boolean bold, int leadingTabs, boolean indented) {
        this.number = number;
        this.text = text;
        this.heading = heading;
        this.bold = bold;
        this.leadingTabs = leadingTabs;
        this.indented = indented;
    }

    /** The line's number in the text, from 1. */
    public int number() {
        return number;
    }

    /** What it says, without blanks around it; never empty. */
    public String text() {
        return text;
    }

    /** The rank of a Markdown heading, 1 to 6; 0 for a line that is none. */
    public int heading() {
        return heading;
    }

    /** Whether the whole line was set in bold or as a heading, as labels are. */
    public boolean emphasised() {
        return bold || heading > 0;
    }

    /** Whether blanks or tabs stood before it. */
    public boolean indented() {
        return indented;
    }

    /** Whether there is a letter or digit in it: without one nothing can be lost. */
    public boolean hasWords() {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                return true;
            }
        }
        return false;
    }

    /** Its cells, cut at tabs. */
    public List<String> cells() {
        List<String> cells = new ArrayList<>(Collections.nCopies(Math.min(leadingTabs, 100), ""));
        Arrays.stream(text.split("\t", -1)).map(String::strip).forEach(cells::add);
        return cells;
    }

    /** Whether it stands directly below another, without a blank line between. */
    public boolean follows(Line other) {
        return number == other.number + 1;
    }

    /** A part of this line, at the same place. */
    public Line part(String words) {
        return new Line(number, words, 0, false, 0, indented);
    }

    /** This line with other words. */
    Line saying(String words) {
        return new Line(number, words, heading, bold, leadingTabs, indented);
    }

    @Override
    public String toString() {
        return number + ": " + text;
    }
}
