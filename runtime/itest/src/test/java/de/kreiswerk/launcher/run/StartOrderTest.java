package de.kreiswerk.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The patterns of conf/framework.properties, against the names that the distribution's bundles have today. */
class StartOrderTest {

    private final Path home = Path.of(System.getProperty("kreiswerk.distribution"));

    @Test
    void theDoorOpensBehindThePlatformAndRestComesWhenWhatIsPublicIsServed() throws Exception {
        IntSummaryStatistics own = levels("de.kreiswerk.");
        IntSummaryStatistics door = levels("org.apache.felix.http.jetty");
        IntSummaryStatistics rest = levels("org.apache.aries.jax.rs.whiteboard", "cxf-");

        assertThat(door.getMin()).isGreaterThan(own.getMax());
        assertThat(rest.getMin()).isGreaterThan(door.getMax());
    }

    @Test
    void whatMendsTheOthersIsThereBeforeThem() throws Exception {
        assertThat(levels("de.kreiswerk.core.mending").getMax())
                .isLessThan(
                        levels("org.apache.aries.spifly", "slf4j", "logback").getMin());
    }

    private IntSummaryStatistics levels(String... beginnings) throws Exception {
        StartLevels levels = FrameworkConfiguration.read(home.resolve("conf/framework.properties"))
                .startLevels();
        IntSummaryStatistics found = names().filter(
                        name -> Stream.of(beginnings).anyMatch(name::startsWith))
                .mapToInt(levels::of)
                .summaryStatistics();
        assertThat(found.getCount()).isGreaterThanOrEqualTo(beginnings.length);
        return found;
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("bundles"))) {
            return jars.map(jar -> jar.getFileName().toString()).toList().stream();
        }
    }
}
