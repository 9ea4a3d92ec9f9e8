package de.kreiswerk.runtime.bench;

import java.util.List;
import java.util.Locale;

/**
 * A figure of the platform that must stay below a limit, with nothing beside it.
 *
 * @param what what was measured
 * @param where on which database
 * @param unit of the figure and of the limit
 * @param most the limit
 * @param figure the figure
 * @param detail how the figures are spread, in words
 */
record Limit(String what, String where, String unit, double most, double figure, String detail) implements Line {

    @Override
    public boolean isMet() {
        return figure <= most;
    }

    @Override
    public List<String> rows() {
        return List.of(String.format(
                Locale.ROOT,
                "| %s | %s | %,.2f %s | | %s | at most %.0f %s | %s |",
                what,
                where,
                figure,
                unit,
                detail,
                most,
                unit,
                isMet() ? "met" : "missed"));
    }
}
