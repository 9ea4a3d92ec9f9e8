package de.kreiswerk.deployment.archive.sql;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL scripts of one folder of a bundle, in the order in which Flyway runs them: a table is the component's own from where a
 * script makes it, since a script that cannot make it ends the migration. What lies in another folder may never run, and says nothing.
 */
public final class Scripts {

    private static final Pattern VERSIONED = Pattern.compile("V(\\d{1,20}(?:[._]\\d{1,20})*)__[A-Za-z0-9_.-]*\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__[A-Za-z0-9_.-]*\\.sql");

    /** Flyway puts something else in its place, also within literals and comments. */
    private static final String PLACEHOLDER = "${";

    private Scripts() {}

    /**
     * A script.
     *
     * @param name its name without the folder
     * @param text what is in it, asked for once: of many large ones, one is in memory
     */
    public record Script(String name, Supplier<String> text) {}

    /**
     * Finds what does more than make, alter, fill and read tables that are made here.
     *
     * @param scripts all of one folder
     * @param found takes the script's name and what was found in it, in a few words
     */
    public static void farReaching(List<Script> scripts, BiConsumer<String, String> found) {
        Set<String> own = made(scripts, found);
        for (Script script : scripts) {
            if (!isVersioned(script)) {
                // Callbacks of Flyway run before all others do.
                boolean last = REPEATABLE.matcher(script.name()).matches();
                judge(script, new HashSet<>(last ? own : Set.of()), found);
            }
        }
    }

    /**
     * Finds the tables and views that are made here, and were not there before.
     *
     * @param scripts all of one folder
     * @return their names in lower case
     */
    public static Set<String> made(List<Script> scripts) {
        return made(scripts, (script, what) -> {});
    }

    private static Set<String> made(List<Script> scripts, BiConsumer<String, String> found) {
        Set<String> own = new HashSet<>();
        scripts.stream()
                .filter(Scripts::isVersioned)
                .sorted(Comparator.comparing(Scripts::version, (one, other) -> Arrays.compare(one, other)))
                .forEach(script -> judge(script, own, found));
        return own;
    }

    /** Version 0 is what is there before the first script: Flyway does not run it. */
    private static boolean isVersioned(Script script) {
        return VERSIONED.matcher(script.name()).matches() && version(script).length > 0;
    }

    /** Without zeros at the end. */
    private static BigInteger[] version(Script script) {
        Matcher versioned = VERSIONED.matcher(script.name());
        if (!versioned.matches()) {
            return new BigInteger[0];
        }
        BigInteger[] parts = Arrays.stream(versioned.group(1).split("[._]"))
                .map(BigInteger::new)
                .toArray(BigInteger[]::new);
        int length = parts.length;
        while (length > 0 && parts[length - 1].signum() == 0) {
            length--;
        }
        return Arrays.copyOf(parts, length);
    }

    private static void judge(Script script, Set<String> own, BiConsumer<String, String> found) {
        String text = script.text().get();
        if (text.contains(PLACEHOLDER)) {
            found.accept(script.name(), PLACEHOLDER);
        }
        SqlReader reader = new SqlReader(text);
        List<Token> statement = reader.next();
        while (!statement.isEmpty()) {
            new Statement(statement, own, what -> found.accept(script.name(), what)).judge();
            statement = reader.next();
        }
    }
}
