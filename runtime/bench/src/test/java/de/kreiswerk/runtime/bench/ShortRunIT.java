package de.kreiswerk.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kreiswerk.runtime.bench.face.Wrk;
import de.kreiswerk.runtime.bench.platform.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the benchmarks still work. How fast anything is, is not a test's affair. */
class ShortRunIT {

    /** One platform and its plain neighbour: that a part is found, measures, reports and cleans up behind itself. */
    @Test
    void transactionsAreMeasured(@TempDir Path work) throws Exception {
        assumeTrue(Boolean.getBoolean("kreiswerk.full"), "takes a minute of both cores: only with -Pfull");

        Report report = main(work).run(List.of("transaction", "h2"));

        assertThat(report.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(((Comparison) line).ratio()).isPositive());
        assertThat(report.markdown("")).doesNotContain("${");
    }

    @Test
    void importsTransactionsAndStartsAreMeasured(@TempDir Path work) throws Exception {
        assumeTrue(Boolean.getBoolean("kreiswerk.full"), "many servers are started for it: only with -Pfull");

        Report report = main(work).run(List.of("import", "transaction", "start", "h2"));

        assertThat(report.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(((Comparison) line).ratio()).isPositive());
        assertThat(report.markdown("")).contains("| Import over REST").doesNotContain("${");
    }

    /** Fails, too, when the peer does not say the same as the platform, or when a list is not complete. */
    @Test
    void thePublicFaceIsMeasured(@TempDir Path work) throws Exception {
        assumeTrue(Boolean.getBoolean("kreiswerk.full"), "five servers are started for it: only with -Pfull");
        assumeTrue(Wrk.isInstalled(), "wrk is missing: apt-get install wrk");

        Report report = main(work).run(List.of("public", "h2"));

        assertThat(report.lines()).hasSize(10);
        assertThat(report.table()).anyMatch(row -> row.startsWith("| All papers, page after page"));
    }

    @Test
    void rightsAndSessionsAreMeasured(@TempDir Path work) throws Exception {
        assumeTrue(Boolean.getBoolean("kreiswerk.full"), "200 sign-ins take their time: only with -Pfull");
        assumeTrue(Wrk.isInstalled(), "wrk is missing: apt-get install wrk");

        Report report = main(work).run(List.of("identity", "h2"));

        assertThat(report.lines()).hasSize(5);
    }

    @Test
    void switchesUnderLoadAreMeasured(@TempDir Path work) throws Exception {
        assumeTrue(
                Boolean.getBoolean("kreiswerk.full"),
                "the acceptance tests switch under load as well: only with -Pfull");
        assumeTrue(Wrk.isInstalled(), "wrk is missing: apt-get install wrk");

        Report report = main(work).run(List.of("deployment", "h2"));

        assertThat(report.lines()).hasSize(7);
        assertThat(report.markdown("")).contains("| longest time without a good answer, ms |");
    }

    @Test
    void aTrailIsAskedAndItsExportVerified(@TempDir Path work) throws Exception {
        assumeTrue(Boolean.getBoolean("kreiswerk.full"), "starts four platforms: only with -Pfull");

        Report report = main(work).run(List.of("trail", "h2", "postgresql"));

        assertThat(report.lines()).hasSize(6);
    }

    private static Main main(Path work) throws IOException {
        return new Main(
                Plan.quick(),
                Path.of(System.getProperty("kreiswerk.distribution")).toRealPath(),
                Path.of(System.getProperty("kreiswerk.bench.jar")).toRealPath(),
                Path.of(System.getProperty("kreiswerk.bench.peer")).toRealPath(),
                new Folders(work.resolve("work")));
    }
}
