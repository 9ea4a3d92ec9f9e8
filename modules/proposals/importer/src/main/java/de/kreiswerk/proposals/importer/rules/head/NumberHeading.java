package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.words.ReferenceNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line that names the kind of a paper and its number and nothing else: {@code Beschlussvorlage - 2025/030}, {@code Vorlage
 * Nr. VO/10534/23}.
 *
 * @param kind the kind in the document's words
 * @param number the number
 * @param separator what stands between them
 */
record NumberHeading(String kind, String number, Separator separator) {

    enum Separator {
        DASH,
        WORD
    }

    private static final Pattern VORLAGE = Pattern.compile(
            "(?<kind>[\\p{L}-]{0,40}(?:vorlage|drucksache))(?:(?<dash> [-–] )|:? ?(?:Nr\\.?|Nummer):? | )(?<number>\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OTHER_KIND = Pattern.compile(
            "(?<kind>[\\p{L}-]{0,40}(?:antrag|anfrage|bericht|mitteilung)(?: [\\p{L} -]{1,60})?)(?<dash> [-–] )(?<number>\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A heading that can be nothing else. */
    static Optional<NumberHeading> in(String line) {
        return read(VORLAGE, line);
    }

    /** A heading that may as well be a title such as {@code Jahresbericht - 2024/2025}. */
    static Optional<NumberHeading> perhapsIn(String line) {
        return read(OTHER_KIND, line);
    }

    /** A heading of either sort. */
    static Optional<NumberHeading> anyIn(String line) {
        return Stream.of(in(line), perhapsIn(line)).flatMap(Optional::stream).findFirst();
    }

    /** Whether the kind says more than that it is a paper. */
    boolean namesKind() {
        return !kind.equalsIgnoreCase("Vorlage") && !kind.equalsIgnoreCase("Drucksache");
    }

    private static Optional<NumberHeading> read(Pattern form, String line) {
        if (line.length() > 200 || line.indexOf('/') < 0) {
            return Optional.empty();
        }
        Matcher heading = form.matcher(line);
        if (!heading.matches()) {
            return Optional.empty();
        }
        Separator separator = heading.group("dash") != null ? Separator.DASH : Separator.WORD;
        return ReferenceNumber.atStart(heading.group("number"))
                .filter(reference -> reference.hasSlash() && reference.rest().isEmpty())
                .map(reference -> new NumberHeading(heading.group("kind"), reference.number(), separator));
    }
}
