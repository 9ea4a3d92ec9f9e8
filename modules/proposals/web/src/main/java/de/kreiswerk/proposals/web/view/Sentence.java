package de.kreiswerk.proposals.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence of our own with words of documents in it.
 *
 * @param pieces its pieces, in order
 */
public record Sentence(List<Words> pieces) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** Copies the list. */
    public Sentence {
        pieces = List.copyOf(pieces);
    }

    /**
     * Puts words into a sentence.
     *
     * @param pattern the sentence with places {@code {0}}, {@code {1}}, … for words
     * @param words the words; null leaves its place empty
     * @return the sentence
     */
    public static Sentence of(String pattern, Words... words) {
        List<Words> pieces = new ArrayList<>();
        Matcher places = PLACE.matcher(pattern);
        int from = 0;
        while (places.find()) {
            pieces.add(new Words(pattern.substring(from, places.start()), null));
            pieces.add(words[Integer.parseInt(places.group(1))]);
            from = places.end();
        }
        pieces.add(new Words(pattern.substring(from), null));
        return new Sentence(pieces.stream()
                .filter(Objects::nonNull)
                .filter(piece -> !piece.text().isEmpty())
                .toList());
    }

    /** Without marks of language. */
    public String text() {
        return pieces.stream().map(Words::text).collect(Collectors.joining());
    }
}
