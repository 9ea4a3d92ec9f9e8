package de.kreiswerk.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.bench.Comparison.Round;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void theRatioIsThatOfNeighboursAndNotOfMedians() {
        Comparison comparison = new Comparison(
                "a", "b", "/s", 0.4, true, List.of(new Round(50, 100), new Round(10, 20), new Round(300, 1_000)));

        assertThat(comparison.ratio()).isEqualTo(0.5);
        assertThat(comparison.isMet()).isTrue();
        assertThat(comparison.rows())
                .containsExactly("| a | b | 50.00 /s | 100 /s | **0.50** (0.30 to 0.50) | at least 0.4 | met |");
    }

    @Test
    void aStartMayTakeAtMostSoMuchLonger() {
        assertThat(new Comparison("a", "b", "s", 1.5, false, List.of(new Round(3.2, 2))).isMet())
                .isFalse();
        assertThat(new Comparison("a", "b", "s", 1.5, false, List.of(new Round(3, 2))).isMet())
                .isTrue();
    }

    @Test
    void ofTwoTargetsTheSmallerOneCounts() {
        Comparison met = new Comparison("a", "b", "/s", 0.8, true, List.of(new Round(9, 10)));
        Comparison missed = new Comparison("a", "c", "/s", 3, true, List.of(new Round(9, 10)));

        assertThat(new Either(missed, met).isMet()).isTrue();
        assertThat(new Either(missed, met).rows())
                .satisfiesExactly(
                        row -> assertThat(row).endsWith("| the other one counts |"),
                        row -> assertThat(row).endsWith("| met |"));
        assertThat(new Either(missed, missed).isMet()).isFalse();
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Comparison.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }
}
