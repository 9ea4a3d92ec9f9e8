package de.kreiswerk.runtime.bench.face;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list from its first page to its last, as links.next leads.
 *
 * @param pages how long each page took, in milliseconds
 * @param papers how many papers were on all of them
 */
public record Crawl(List<Double> pages, int papers) {

    /** Envelopes are at the end. */
    private static final int ENVELOPE = 1_000;

    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");
    private static final byte[] PAPER = "/Paper\"".getBytes(StandardCharsets.US_ASCII);

    static Crawl of(PlainClient client, String first) {
        List<Double> pages = new ArrayList<>();
        int papers = 0;
        String url = first;
        while (url != null) {
            long begin = System.nanoTime();
            client.get(url);
            pages.add((System.nanoTime() - begin) / 1e6);
            papers += client.count(PAPER);
            url = next(client.end(ENVELOPE));
        }
        return new Crawl(pages, papers);
    }

    /**
     * How long it took.
     *
     * @return in seconds
     */
    public double seconds() {
        return sum(pages) / 1e3;
    }

    /**
     * How long a page of the last tenth took.
     *
     * @return in milliseconds, the mean
     */
    public double deepMillis() {
        return sum(pages.subList(pages.size() - tenth(), pages.size())) / tenth();
    }

    /**
     * How long a page of the first tenth took.
     *
     * @return in milliseconds, the mean
     */
    public double firstMillis() {
        return sum(pages.subList(0, tenth())) / tenth();
    }

    private int tenth() {
        return Math.max(1, pages.size() / 10);
    }

    private static double sum(List<Double> millis) {
        return millis.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String next(String envelope) {
        Matcher next = NEXT.matcher(envelope);
        return next.find() ? next.group(1) : null;
    }
}
