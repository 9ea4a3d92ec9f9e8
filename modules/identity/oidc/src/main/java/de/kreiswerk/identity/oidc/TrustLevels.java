package de.kreiswerk.identity.oidc;

import java.util.Arrays;
import java.util.List;

/**
 * How sure a provider has to be of somebody (levels as in eIDAS, or in the BundID's STORK-QAA).
 *
 * @param claim where the level stands, empty when none is asked for
 * @param accepted the levels that are high enough
 */
record TrustLevels(String claim, List<String> accepted) {

    static final TrustLevels NONE = new TrustLevels("", List.of());

    TrustLevels {
        accepted = List.copyOf(accepted);
    }

    /**
     * Reads what was stated.
     *
     * @throws Unusable saying what does not fit
     */
    static TrustLevels of(String claim, String levels, String minimum) {
        if (claim.isBlank() && minimum.isBlank()) {
            return NONE;
        }
        List<String> ascending =
                Arrays.stream(levels.split(",")).map(String::strip).toList();
        int lowest = ascending.indexOf(minimum.strip());
        if (claim.isBlank() || minimum.isBlank() || lowest < 0) {
            throw new Unusable(
                    "Zum Vertrauensniveau gehören eine Angabe und ein Mindestes, das unter den Vertrauensniveaus steht.",
                    "A level of trust needs a claim and a lowest level that is among the levels of trust.");
        }
        return new TrustLevels(claim.strip(), ascending.subList(lowest, ascending.size()));
    }

    boolean areAsked() {
        return !claim.isEmpty();
    }

    /** Whether a level is high enough; one that nobody listed is not. */
    boolean accept(String level) {
        return !areAsked() || level != null && accepted.contains(level);
    }
}
