package de.kreiswerk.core.persistence.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Backslashes that Java's properties drop without a word: before a character that means nothing special, and at the end of a line, where
 * they join it with the next one. Whoever writes a password or a path as it is gets another one.
 */
final class Backslashes {

    /** With what it stands for; with nothing where it is dropped. */
    private static final Pattern BACKSLASH = Pattern.compile("\\\\([\\\\:=#! tnrfu]?)");

    private Backslashes() {}

    /** The names of those whose text has one that was dropped. */
    static Set<String> droppedIn(String text, Properties read) throws IOException {
        Properties meant = new Properties();
        meant.load(new StringReader(BACKSLASH
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).isEmpty() ? "\\\\" : found.group()))));
        Set<String> dropped = new TreeSet<>();
        for (String name : read.stringPropertyNames()) {
            if (!read.getProperty(name).equals(meant.getProperty(name))) {
                dropped.add(name);
            }
        }
        return dropped;
    }
}
