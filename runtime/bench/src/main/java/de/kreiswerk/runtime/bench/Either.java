package de.kreiswerk.runtime.bench;

import java.util.List;

/**
 * Two comparisons of which one must be met: the smaller of two targets.
 *
 * @param one one of them
 * @param other the other one
 */
record Either(Comparison one, Comparison other) implements Line {

    @Override
    public boolean isMet() {
        return one.isMet() || other.isMet();
    }

    @Override
    public List<String> rows() {
        return List.of(row(one), row(other));
    }

    private String row(Comparison comparison) {
        return comparison.row(
                comparison.wanted(), comparison.isMet() ? "met" : isMet() ? "the other one counts" : "missed");
    }
}
