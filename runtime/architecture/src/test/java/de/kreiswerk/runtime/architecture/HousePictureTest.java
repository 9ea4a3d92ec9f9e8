package de.kreiswerk.runtime.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture in the README is the first that anybody sees of the house: it has all of it and nothing else. */
class HousePictureTest {

    private static final String CORE = "core";
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** The working directory of a test is its module. */
    private final Path root = Path.of("../..");

    @Test
    void thePictureShowsEveryBundleInItsArea() throws IOException {
        assertThat(drawn()).isEqualTo(built());
    }

    /** Each word below the name of an area begins where that does; the core has a floor of its own. */
    private Set<String> drawn() throws IOException {
        List<String> rows = picture();
        TreeMap<Integer, String> areas = new TreeMap<>();
        WORD.matcher(rows.get(0)).results().skip(1).forEach(area -> areas.put(area.start(), area.group()));
        int floor = rows.indexOf(rows.stream()
                .filter(row -> row.strip().startsWith(CORE))
                .findFirst()
                .orElseThrow());
        Set<String> drawn = new TreeSet<>();
        for (String row : rows.subList(1, floor)) {
            for (MatchResult word : WORD.matcher(row).results().toList()) {
                assertThat(areas)
                        .as("a word that stands below no area: %s", row)
                        .containsKey(word.start());
                drawn.add(areas.get(word.start()) + "." + word.group());
            }
        }
        for (String row : rows.subList(floor, floor + 2)) {
            Arrays.stream(row.replace(CORE, "").split("\\W+"))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> drawn.add(CORE + "." + word));
        }
        return drawn;
    }

    private List<String> picture() throws IOException {
        return Files.readString(root.resolve("README.md"))
                .lines()
                .dropWhile(line -> !line.strip().startsWith("areas "))
                .takeWhile(line -> !line.strip().startsWith("OSGi "))
                .toList();
    }

    private Set<String> built() throws IOException {
        Path modules = root.resolve("modules");
        Set<String> built = new TreeSet<>();
        try (Stream<Path> files = Files.walk(modules, 3)) {
            files.filter(file -> file.endsWith("pom.xml"))
                    .map(file -> modules.relativize(file.getParent()))
                    .forEach(folder ->
                            built.add(folder.toString().replace('/', '.').replace('\\', '.')));
        }
        return built;
    }
}
