package de.kreiswerk.proposals.importer.rules.climate;

import de.kreiswerk.proposals.api.PaperDocument.ClimateCheck.Rating;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The five ratings in the words of the form. */
final class RatingWording {

    private static final List<Map.Entry<String, Rating>> RATINGS = List.of(
            Map.entry("stark positive klimawirkung", Rating.STRONGLY_POSITIVE),
            Map.entry("positive klimawirkung", Rating.POSITIVE),
            Map.entry("keine oder geringe klimawirkung", Rating.NONE_OR_LOW),
            Map.entry("negative klimawirkung", Rating.NEGATIVE),
            Map.entry("stark negative klimawirkung", Rating.STRONGLY_NEGATIVE));

    private RatingWording() {}

    /** The rating that words begin with, null when they begin with none. */
    static Rating at(String words) {
        return entryAt(words).map(Map.Entry::getValue).orElse(null);
    }

    /** Whether words begin with a rating and go on with another one. */
    static boolean areSeveral(String words) {
        return entryAt(words)
                .filter(rating -> at(words.substring(rating.getKey().length()).strip()) != null)
                .isPresent();
    }

    private static Optional<Map.Entry<String, Rating>> entryAt(String words) {
        String start = words.substring(0, Math.min(words.length(), 60)).toLowerCase(Locale.GERMAN);
        return RATINGS.stream()
                .filter(rating -> start.startsWith(rating.getKey()))
                .findFirst();
    }

    /** Whether words are a rating and nothing else. */
    static boolean is(String words) {
        String lower = words.toLowerCase(Locale.GERMAN);
        return words.length() <= 60
                && RATINGS.stream().anyMatch(rating -> rating.getKey().equals(lower));
    }
}
