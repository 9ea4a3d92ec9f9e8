package de.kreiswerk.proposals.importer.words;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Vorlagennummer: {@code 2022/346}, {@code VO/10534/23}, {@code 2021/FB I/3568}. Each of its words holds a digit or is all
 * in capitals.
 *
 * @param number the number
 * @param rest what stands behind it
 */
public record ReferenceNumber(String number, String rest) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d/._-]*+");

    // Far beyond any number: word by word, a line of a megabyte would take hours.
    private static final int LONGEST = 200;

    /** The number that words begin with. */
    public static Optional<ReferenceNumber> atStart(String words) {
        Matcher word = WORD.matcher(words);
        int end = 0;
        int from = 0;
        while (from < words.length()
                && end <= LONGEST
                && word.region(from, words.length()).lookingAt()
                && belongs(words.substring(0, end), word.group())) {
            end = word.end();
            from = end < words.length() && words.charAt(end) == ' ' ? end + 1 : words.length();
        }
        return cut(words, withoutStops(words, end));
    }

    /** Whether there is a slash in it, as in every number that is not named as one by a label. */
    public boolean hasSlash() {
        return number.indexOf('/') > 0;
    }

    private static boolean belongs(String soFar, String word) {
        boolean mayGoOn = word.indexOf('/') >= 0 || !hasDigit(soFar);
        return mayGoOn && (hasDigit(word) || word.chars().noneMatch(Character::isLowerCase));
    }

    private static int withoutStops(String words, int end) {
        int last = end;
        while (last > 0 && "._-".indexOf(words.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private static Optional<ReferenceNumber> cut(String words, int end) {
        String number = words.substring(0, end);
        return hasDigit(number)
                ? Optional.of(new ReferenceNumber(number, words.substring(end).strip()))
                : Optional.empty();
    }

    private static boolean hasDigit(String words) {
        return words.chars().anyMatch(Character::isDigit);
    }
}
