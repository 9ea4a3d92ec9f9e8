package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.runtime.testing.MovingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final String NAME = "de.example";

    private final MovingClock clock = new MovingClock();
    private final Retries retries = new Retries(clock);

    @Test
    void itWaitsTwiceAsLongEachTimeButNeverLongerThanFiveMinutes() {
        List<Integer> waited = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            retries.failed(NAME, "a", because("locked"));
            int seconds = 0;
            while (!retries.isDue(NAME, "a")) {
                clock.pass(Duration.ofSeconds(1));
                seconds++;
            }
            waited.add(seconds);
        }
        assertThat(waited).containsExactly(15, 30, 60, 120, 240, 300, 300);
    }

    @Test
    void theSameReasonIsNoNews() {
        assertThat(retries.failed(NAME, "a", because("locked"))).isTrue();
        assertThat(retries.failed(NAME, "a", because("locked"))).isFalse();
        assertThat(retries.failed(NAME, "a", because("gone"))).isTrue();
        assertThat(retries.failed(NAME, "b", because("gone"))).isTrue();
        assertThat(retries.failed("de.other", "b", because("gone"))).isTrue();
    }

    @Test
    void anotherVersionAndWhatWorkedInBetweenNeedNotWait() {
        retries.failed(NAME, "a", because("locked"));

        assertThat(retries.isDue(NAME, "a")).isFalse();
        assertThat(retries.isDue(NAME, "b")).isTrue();
        assertThat(retries.isDue(NAME, null)).isTrue();
        assertThat(retries.isDue("de.other", "a")).isTrue();
        assertThat(retries.why(NAME).orElseThrow().reason()).isEqualTo(Text.same("locked"));

        retries.forget(NAME);
        assertThat(retries.isDue(NAME, "a")).isTrue();
        assertThat(retries.why(NAME)).isEmpty();
    }

    private static Unhealthy because(String reason) {
        return new Unhealthy(Text.same(reason), List.of());
    }
}
