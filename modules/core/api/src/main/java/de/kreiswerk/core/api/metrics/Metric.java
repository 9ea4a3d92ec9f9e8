package de.kreiswerk.core.api.metrics;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A family of figures, as Prometheus has them.
 *
 * @param name lower case letters, digits and underscores, with the unit at its end, such as
 *     {@code kreiswerk_http_requests_total}
 * @param help one sentence in English that says what is counted
 * @param type how to read it
 * @param samples the figures
 */
public record Metric(String name, String help, Type type, List<Sample> samples) {

    /** Copies the samples. */
    public Metric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(type, "type");
        samples = List.copyOf(samples);
    }

    /**
     * A family of one figure that goes up and down.
     *
     * @param name its name
     * @param help what it is
     * @param value how it is now
     * @return the family
     */
    public static Metric gauge(String name, String help, double value) {
        return new Metric(name, help, Type.GAUGE, List.of(new Sample("", Map.of(), value)));
    }

    /**
     * A family of one figure that only goes up.
     *
     * @param name its name
     * @param help what it is
     * @param value how it is now
     * @return the family
     */
    public static Metric counter(String name, String help, double value) {
        return new Metric(name, help, Type.COUNTER, List.of(new Sample("", Map.of(), value)));
    }

    /** How a family is read. */
    public enum Type {
        /** Goes up only, until the next start. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** Counts in buckets: samples with the suffixes {@code _bucket}, {@code _sum} and {@code _count}. */
        HISTOGRAM,
        /** A sum and a count: samples with the suffixes {@code _sum} and {@code _count}. */
        SUMMARY
    }

    /**
     * A figure.
     *
     * @param suffix what its name has behind that of the family, mostly nothing
     * @param labels what tells it from others of the family. How many values a label can have must be bounded by the
     *     platform, never by its users
     * @param value the figure
     */
    public record Sample(String suffix, Map<String, String> labels, double value) {

        /** Copies the labels. */
        public Sample {
            Objects.requireNonNull(suffix, "suffix");
            labels = Map.copyOf(labels);
        }
    }
}
