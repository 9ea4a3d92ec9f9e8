package de.kreiswerk.runtime.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table that names a test which is gone proves nothing any more. */
class SecurityTableTest {

    /** A class is written in two words at least; `Origin` and the like are headers. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)`");

    private static final Set<String> NO_CLASS = Set.of("HttpOnly", "SecureRandom");
    private static final Pattern LINE = Pattern.compile("(?m)^\\|.*\\|$");
    private static final Pattern DONE = Pattern.compile("^\\| [^|]+ \\| (yes|part) \\|");

    @Test
    void everyClassAndTestOfTheTableIsThere() throws IOException {
        Path root = root();
        Set<String> named = CLASS.matcher(table(root))
                .results()
                .map(result -> result.group(1))
                .filter(name -> !NO_CLASS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(50);
        named.removeAll(classes(root));
        assertThat(named).as("named in docs/security.md, and not there").isEmpty();
    }

    @Test
    void everyLineHasAState() throws IOException {
        String table = table(root());
        assertThat(LINE.matcher(table)
                        .results()
                        .map(MatchResult::group)
                        .filter(line -> line.matches("^\\| (A?\\d|the same).*"))
                        .filter(line ->
                                !line.matches("^\\| [^|]+ \\| (yes|part|no|operator|–) \\| [^|]+ \\| ?[^|]*\\|$")))
                .isEmpty();
        assertThat(LINE.matcher(table)
                        .results()
                        .filter(line -> DONE.matcher(line.group()).find()))
                .hasSizeGreaterThan(80);
    }

    /** The working directory of a test is its module. */
    private static Path root() throws IOException {
        return Path.of("../..").toRealPath();
    }

    private static String table(Path root) throws IOException {
        return Files.readString(root.resolve("docs/security.md"));
    }

    private static Set<String> classes(Path root) throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String part : new String[] {"modules", "runtime"}) {
            try (Stream<Path> files = Files.walk(root.resolve(part))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> classes.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return classes;
    }
}
