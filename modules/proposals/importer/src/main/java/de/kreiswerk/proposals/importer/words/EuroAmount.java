package de.kreiswerk.proposals.importer.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of money as German documents write it: 12.500,00 €, 350 EUR, 1,5 Mio. €, 80 T€. */
public final class EuroAmount {

    private static final String NUMBER =
            "(?<![\\d.,])(-?(?:\\d{1,3}(?:\\.\\d{3}){1,4}|\\d{1,15})(?:,\\d{1,2}|,-{1,2})?)(?![\\d.,]\\d)";
    private static final String UNIT = "(Mio\\.?|Mrd\\.?|Tsd\\.?|T(?=€|EUR))?";
    private static final Pattern WITH_CURRENCY =
            Pattern.compile(NUMBER + " ?" + UNIT + " ?(?:€|EUR\\b|Euro\\b)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NUMBER_ONLY = Pattern.compile(NUMBER);
    private static final Map<String, Integer> ZEROS = Map.of("tsd", 3, "t", 3, "mio", 6, "mrd", 9);

    private EuroAmount() {}

    /** The one amount that the words state; empty when there is none, or more than one. */
    public static Optional<BigDecimal> in(String words) {
        List<MatchResult> amounts =
                WITH_CURRENCY.matcher(words).results().limit(2).toList();
        if (amounts.size() == 1) {
            return Optional.of(value(amounts.get(0).group(1), amounts.get(0).group(2)));
        }
        Matcher number = NUMBER_ONLY.matcher(words.strip());
        return number.matches() ? Optional.of(value(number.group(1), null)) : Optional.empty();
    }

    /** Whether words are an amount and nothing else. */
    public static boolean is(String words) {
        return WITH_CURRENCY.matcher(words.strip()).matches();
    }

    /** Whether words hold an amount with its currency. */
    public static boolean isIn(String words) {
        return WITH_CURRENCY.matcher(words).find();
    }

    private static BigDecimal value(String digits, String unit) {
        String plain =
                withPlainDigits(digits).replace(".", "").replaceAll(",-+$", "").replace(',', '.');
        int zeros = unit == null ? 0 : ZEROS.get(unit.replace(".", "").toLowerCase(Locale.ROOT));
        BigDecimal value = new BigDecimal(plain).scaleByPowerOfTen(zeros);
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    // Bold digits that a page copied as characters of their own are digits to the patterns, but not to a BigDecimal.
    private static String withPlainDigits(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        words.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
