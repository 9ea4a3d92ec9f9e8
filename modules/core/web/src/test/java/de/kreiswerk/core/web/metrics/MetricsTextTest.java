package de.kreiswerk.core.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.metrics.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTextTest {

    private final MetricsText text = new MetricsText();

    @Test
    void aFamilyIsExplainedAndItsFiguresFollow() {
        text.add(Metric.gauge("threads", "How many.", 12));
        text.add(Metric.counter("bytes_total", "So many.", 1.5));

        assertThat(text.toString()).isEqualTo("""
                # HELP threads How many.
                # TYPE threads gauge
                threads 12
                # HELP bytes_total So many.
                # TYPE bytes_total counter
                bytes_total 1.5
                """);
    }

    @Test
    void whatWouldEndALabelOrALineIsEscaped() {
        text.add(new Metric(
                "m",
                "a\\b\nc \"d\"",
                Metric.Type.GAUGE,
                List.of(new Metric.Sample("", Map.of("b", "x\"} 1\n\\", "a", "ä"), Double.NaN))));

        assertThat(text.toString()).isEqualTo("""
                # HELP m a\\\\b\\nc "d"
                # TYPE m gauge
                m{a="ä",b="x\\"} 1\\n\\\\"} NaN
                """);
    }
}
