package de.kreiswerk.launcher.run;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which bundle starts when. {@code startlevel.N=glob,glob} puts the bundle files that match at level N, the lowest that
 * matches counts; {@code startlevel.default=N} is for all others. {@code startlevel.N.after=SERVICE} keeps level N and what
 * comes after it back until that service is there.
 */
final class StartLevels {

    private static final String PREFIX = "startlevel.";
    private static final String DEFAULT = PREFIX + "default";
    private static final String AFTER = ".after";
    private static final int LEVEL_WITHOUT_CONFIGURATION = 5;

    private final SortedMap<Integer, List<PathMatcher>> levels;
    private final int others;
    private final SortedMap<Integer, String> awaited;

    private StartLevels(SortedMap<Integer, List<PathMatcher>> levels, int others, SortedMap<Integer, String> awaited) {
        this.levels = levels;
        this.others = others;
        this.awaited = awaited;
    }

    /**
     * Reads the levels.
     *
     * @throws IllegalArgumentException when a level is not a number from 1 or a glob cannot be understood; the message is
     *     the property's name
     */
    static StartLevels of(Properties properties) {
        SortedMap<Integer, List<PathMatcher>> levels = new TreeMap<>();
        SortedMap<Integer, String> awaited = new TreeMap<>();
        int others = LEVEL_WITHOUT_CONFIGURATION;
        for (String name : properties.stringPropertyNames()) {
            if (!name.startsWith(PREFIX)) {
                continue;
            }
            try {
                if (name.equals(DEFAULT)) {
                    others = level(properties.getProperty(name));
                } else if (name.endsWith(AFTER)) {
                    awaited.put(
                            level(name.substring(PREFIX.length(), name.length() - AFTER.length())),
                            properties.getProperty(name).strip());
                } else {
                    levels.put(level(name.substring(PREFIX.length())), globs(properties.getProperty(name)));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
        return new StartLevels(levels, others, awaited);
    }

    private static int level(String text) {
        int level = Integer.parseInt(text.strip());
        if (level < 1) {
            throw new IllegalArgumentException(text);
        }
        return level;
    }

    private static List<PathMatcher> globs(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(glob -> !glob.isEmpty())
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
    }

    static boolean isLevel(String property) {
        return property.startsWith(PREFIX);
    }

    int of(String fileName) {
        Path name = Path.of(fileName);
        return levels.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(glob -> glob.matches(name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(others);
    }

    /** The levels that wait for a service, each with the service's name. */
    SortedMap<Integer, String> awaited() {
        return awaited;
    }

    /** The level that is reached without waiting for anything. */
    int first() {
        return before(awaited);
    }

    /** The level that is reached from another one on without waiting again. */
    int after(int level) {
        return before(awaited.tailMap(level + 1));
    }

    private int before(SortedMap<Integer, String> next) {
        return next.isEmpty() ? highest() : next.firstKey() - 1;
    }

    int highest() {
        return levels.isEmpty() ? others : Math.max(others, levels.lastKey());
    }
}
