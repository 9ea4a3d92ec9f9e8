package de.kreiswerk.core.web.metrics;

import de.kreiswerk.core.api.metrics.Metric;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text format of Prometheus, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format).
 */
final class MetricsText {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(8_192);

    void add(Metric metric) {
        text.append("# HELP ").append(metric.name()).append(' ');
        escape(metric.help(), false);
        text.append("\n# TYPE ")
                .append(metric.name())
                .append(' ')
                .append(metric.type().name().toLowerCase(Locale.ROOT))
                .append('\n');
        for (Metric.Sample sample : metric.samples()) {
            text.append(metric.name()).append(sample.suffix());
            labels(sample.labels());
            text.append(' ').append(number(sample.value())).append('\n');
        }
    }

    private void labels(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return;
        }
        char before = '{';
        for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
            text.append(before).append(label.getKey()).append("=\"");
            escape(label.getValue(), true);
            text.append('"');
            before = ',';
        }
        text.append('}');
    }

    private void escape(String words, boolean quoted) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '"' -> text.append(quoted ? "\\\"" : "\"");
                default -> text.append(c);
            }
        }
    }

    private static String number(double value) {
        long whole = (long) value;
        return whole == value ? String.valueOf(whole) : String.valueOf(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
