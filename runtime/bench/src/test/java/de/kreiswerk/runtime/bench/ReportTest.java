package de.kreiswerk.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.bench.Comparison.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void aPartThatIsNotMeasuredStaysAsItWas() {
        Report first = new Report();
        first.add("import", comparison("An import"));
        Report second = new Report();
        second.add("start", comparison("A start"));

        String report = second.markdown(first.markdown(""));

        assertThat(report).containsOnlyOnce("| An import |").containsOnlyOnce("| A start |");
        assertThat(report).contains("Not measured yet.");
    }

    private static Comparison comparison(String what) {
        return new Comparison(what, "H2", "/s", 1, true, List.of(new Round(2, 1)));
    }

    /** The next run would take it away. */
    @Test
    void whatStandsInTheManualBesidesTheTablesStandsInTheTemplate() throws IOException {
        String manual = Files.readString(Path.of("../../docs/bench.md"));

        assertThat(new Report().markdown(manual)).isEqualTo(manual);
    }
}
