package de.kreiswerk.proposals.importer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a word together that says who may read something and was broken at the end of a line: each line is read by itself, and half of
 * „nichtöffentlich“ says the opposite.
 */
final class BrokenWords {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern TAIL = Pattern.compile("(\\p{L}{1,14})(\\s?[-\\x{2010}-\\x{2015}]?)$");
    private static final Pattern HEAD = Pattern.compile("(\\p{L}{2,17})(?!\\p{L})[)\\].,;:]*");
    private static final Pattern WORD = Pattern.compile("(?:nichtöffentlich|vertraulich)(?:e[nrms]?)?", FLAGS);

    private BrokenWords() {}

    static List<Line> mended(List<Line> lines) {
        List<Line> mended = new ArrayList<>(lines.size());
        for (Line line : lines) {
            Line before = mended.isEmpty() ? null : mended.get(mended.size() - 1);
            String[] parts = before != null && line.follows(before) ? mend(before.text(), line.text()) : null;
            if (parts == null) {
                mended.add(line);
                continue;
            }
            mended.set(mended.size() - 1, before.saying(parts[0]));
            if (!parts[1].isEmpty()) {
                mended.add(line.saying(parts[1]));
            }
        }
        return mended;
    }

    /** Both lines with the word in the first, null when none is broken. */
    private static String[] mend(String before, String after) {
        Matcher tail = TAIL.matcher(before).region(Math.max(0, before.length() - 16), before.length());
        Matcher head = HEAD.matcher(after);
        if (!tail.find() || !head.lookingAt()) {
            return null;
        }
        String begin = tail.group(1);
        if (!WORD.matcher(begin + head.group(1)).matches()) {
            return null;
        }
        boolean twoWords = tail.group(2).isEmpty() && begin.equalsIgnoreCase("nicht");
        String whole = before.substring(0, tail.end(1)) + (twoWords ? " " : "") + head.group();
        return new String[] {whole, after.substring(head.end()).strip()};
    }
}
