package de.kreiswerk.runtime.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Programs tell problems apart by their codes, and people look them up: what no page of the manual names, nobody can rely on. */
class ProblemCodesTest {

    /** Behind its kind, or where a method's name says the kind. */
    private static final Pattern CODE = Pattern.compile(
            "(?:\\bKind\\.[A-Z_]+,|\\b(?:conflict|refused|refusal|notFound|notValid|malformed|parameter|unprocessable|Reserved|Removal\\.of)\\()\\s*\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

    @Test
    void everyCodeIsInTheManual() throws IOException {
        Set<String> codes = codes();
        String manual = manual();

        assertThat(codes).hasSizeGreaterThan(150);
        assertThat(codes.stream().filter(code -> !manual.contains("`" + code + "`")))
                .as("codes of problems that no page of docs/ names")
                .isEmpty();
    }

    private static Set<String> codes() throws IOException {
        return read("modules", ".java", file -> file.toString().contains("/src/main/")).stream()
                .flatMap(source -> CODE.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String manual() throws IOException {
        return String.join("\n", read("docs", ".md", file -> true));
    }

    private static List<String> read(String folder, String ending, Predicate<Path> wanted) throws IOException {
        // The working directory of a test is its module.
        try (Stream<Path> files = Files.walk(Path.of("../..").toRealPath().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(wanted)
                    .map(ProblemCodesTest::content)
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
