package de.kreiswerk.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.bench.Comparison.Round;
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
}
