package de.kreiswerk.proposals.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static final List<List<String>> ROWS =
            List.of(List.of("West", "2.950", "2.870", "80,50 €"), List.of("Ost", "2.350", "", "610 €"));

    @Test
    void sumsStandBelowTheColumnsThatAddUpToThem() {
        assertThat(Totals.row(ROWS, List.of("5.300", "2.870", "690,50 EUR")))
                .containsExactly("", "5.300", "2.870", "690,50 EUR");
        assertThat(Totals.row(ROWS, List.of("690,5 €"))).containsExactly("", "", "", "690,5 €");
    }

    @Test
    void sumThatNothingAddsUpToIsPutNowhere() {
        assertThat(Totals.row(ROWS, List.of("5.301"))).isEmpty();
        assertThat(Totals.row(ROWS, List.of("5.300", "drei"))).isEmpty();
        assertThat(Totals.row(List.of(), List.of("1"))).isEmpty();
        assertThat(Totals.row(List.of(List.of("1"), List.of("2")), List.of("3")))
                .as("the first column is for the word")
                .isEmpty();
    }
}
