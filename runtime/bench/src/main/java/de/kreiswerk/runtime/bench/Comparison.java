package de.kreiswerk.runtime.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure of the platform and that of the plain thing beside it, round by round.
 *
 * @param what what is compared
 * @param where on which database
 * @param unit of both
 * @param target the ratio that is wanted
 * @param atLeast whether the ratio must be at least the target, or at most
 * @param rounds the figures
 */
record Comparison(String what, String where, String unit, double target, boolean atLeast, List<Round> rounds)
        implements Line {

    /** The two figures of one round. */
    record Round(double ours, double plain) {}

    /** Of neighbours in time only: what else the machine does changes from round to round. */
    double ratio() {
        return median(rounds.stream().map(round -> round.ours() / round.plain()).toList());
    }

    @Override
    public boolean isMet() {
        return atLeast ? ratio() >= target : ratio() <= target;
    }

    @Override
    public List<String> rows() {
        return List.of(row(wanted(), isMet() ? "met" : "missed"));
    }

    String wanted() {
        return (atLeast ? "at least " : "at most ") + target;
    }

    String row(String wanted, String verdict) {
        List<Double> ratios = rounds.stream()
                .map(round -> round.ours() / round.plain())
                .sorted()
                .toList();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | **%.2f** (%.2f to %.2f) | %s | %s |",
                what,
                where,
                figure(median(rounds.stream().map(Round::ours).toList()), unit),
                figure(median(rounds.stream().map(Round::plain).toList()), unit),
                ratio(),
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                wanted,
                verdict);
    }

    static String figure(double value, String unit) {
        return String.format(Locale.ROOT, value < 100 ? "%,.2f %s" : "%,.0f %s", value, unit);
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
