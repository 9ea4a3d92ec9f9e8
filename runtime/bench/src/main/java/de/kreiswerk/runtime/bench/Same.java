package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.Comparison.Round;
import java.util.List;
import java.util.Locale;

/**
 * Two figures of the platform that must be about the same.
 *
 * @param what what is compared
 * @param where on which database
 * @param unit of both
 * @param tolerance how far the ratio may be from 1
 * @param rounds the figures
 */
record Same(String what, String where, String unit, double tolerance, List<Round> rounds) implements Line {

    private Comparison comparison() {
        return new Comparison(what, where, unit, 1, true, rounds);
    }

    @Override
    public boolean isMet() {
        return Math.abs(comparison().ratio() - 1) <= tolerance;
    }

    @Override
    public List<String> rows() {
        return List.of(comparison()
                .row(
                        String.format(Locale.ROOT, "%.1f to %.1f", 1 - tolerance, 1 + tolerance),
                        isMet() ? "met" : "missed"));
    }
}
