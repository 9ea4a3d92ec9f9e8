package de.kreiswerk.audit.verifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a hash tile as C2SP tlog-tiles writes it, {@code tile/0/x001/234} or {@code tile/0/x001/234.p/5}.
 *
 * @param level from 0, the records' own hashes
 * @param number the place in its level, from 0
 * @param width how many hashes it has, 1 to 256
 */
record TileName(int level, long number, int width) {

    /** How many hashes a full tile has. */
    static final int FULL = 256;

    /** How many bits of an entry's index one level stands for. */
    static final int BITS = 8;

    private static final int GROUP = 1000;
    private static final Pattern FORM =
            Pattern.compile("tile/(\\d{1,2})/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/(\\d{1,3}))?");

    /** What this is the name of; nothing when it is none, or written in another way than the only one. */
    static Optional<TileName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        TileName tile = new TileName(
                Integer.parseInt(matcher.group(1)),
                Long.parseLong(matcher.group(2).replaceAll("[x/]", "")),
                matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3)));
        return Optional.of(tile).filter(each -> each.text().equals(name));
    }

    /** Whether a tree of so many entries has this tile, in this width. */
    boolean isOf(long size) {
        long entries = level < Long.BYTES ? size >> BITS * level : 0;
        return number < entries / FULL
                ? width == FULL
                : number == entries / FULL && width > 0 && width == entries % FULL;
    }

    String text() {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", number % GROUP));
        for (long rest = number / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
        }
        return "tile/" + level + "/" + path + (width == FULL ? "" : ".p/" + width);
    }
}
