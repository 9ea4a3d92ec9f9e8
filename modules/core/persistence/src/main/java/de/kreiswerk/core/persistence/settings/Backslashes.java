package de.kreiswerk.core.persistence.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Backslashes of Java's properties that are hardly meant as such: those that are dropped without a word before a character that means
 * nothing special, those that make a tab or a line break of the letter behind them, and those at the end of a line that take in what is no
 * part of the value. Whoever writes a password or a path as it is gets another one.
 */
final class Backslashes {

    private static final String LINE_END = "(?:\\r\\n|[\\r\\n])";

    /** Nothing, a comment, or {@code PID/key=}: a value that goes on is none of them. */
    private static final String NO_VALUE = "[ \\t\\f]*(?:[\\r\\n#!]|\\z|[\\w.~-]+/[\\w.-]+[ \\t\\f]*[=:])";

    /** With what it stands for; with nothing where it is not meant. */
    private static final Pattern BACKSLASH =
            Pattern.compile("\\\\([\\\\:=#! u]|" + LINE_END + "(?!" + NO_VALUE + "))?");

    private Backslashes() {}

    /** The names of those whose text has one. */
    static Set<String> notMeantIn(String text, Properties read) throws IOException {
        Properties meant = new Properties();
        meant.load(new StringReader(BACKSLASH
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? "\\\\" : found.group()))));
        Set<String> others = new TreeSet<>();
        for (String name : read.stringPropertyNames()) {
            if (!read.getProperty(name).equals(meant.getProperty(name))) {
                others.add(name);
            }
        }
        return others;
    }
}
