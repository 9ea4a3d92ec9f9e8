package de.kreiswerk.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.bench.platform.Folders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the benchmarks still work. How fast anything is, is not a test's affair. */
class ShortRunIT {

    @Test
    void everythingIsMeasured(@TempDir Path work) throws Exception {
        Main main = new Main(
                Plan.quick(),
                Path.of(System.getProperty("kreiswerk.distribution")).toRealPath(),
                Path.of(System.getProperty("kreiswerk.bench.jar")).toRealPath(),
                new Folders(work.resolve("work")));

        Report report = main.run(List.of("h2"));

        assertThat(report.comparisons())
                .hasSize(3)
                .allSatisfy(comparison -> assertThat(comparison.ratio()).isPositive());
        assertThat(report.markdown()).contains("| Import over REST").doesNotContain("${");
    }
}
