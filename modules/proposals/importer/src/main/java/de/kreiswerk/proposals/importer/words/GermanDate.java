package de.kreiswerk.proposals.importer.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as German documents write it: 10.06.2026, 10. Juni 2026, sometimes 2026-06-10.
 *
 * @param wording the date in the document's words
 * @param date the day; null when there is no such day, as on 31.02.2026
 * @param before what stands before it, without blanks around it
 * @param after what stands behind it, without blanks around it
 */
public record GermanDate(String wording, LocalDate date, String before, String after) {

    private static final List<String> MONTHS = List.of(
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember");

    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.])(?:"
                    + "(?<day>\\d{1,2})\\. ?(?:(?<month>\\d{1,2})\\. ?|(?<name>" + String.join("|", MONTHS) + ") )"
                    + "(?<year>\\d{4}|\\d{2})"
                    + "|(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2})"
                    + ")(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WEEKDAY =
            Pattern.compile("(?:Mo|Di|Mi|Do|Fr|Sa|So)(?:\\.|ntag|nstag|ttwoch|nnerstag|eitag|mstag|nnabend)?,?");
    private static final Pattern TIME = Pattern.compile(",? ?(?:um )?\\d{1,2}[:.]\\d{2}(?: Uhr)?|,? ?\\d{1,2} Uhr");

    /** The first date in some words. */
    public static Optional<GermanDate> in(String words) {
        Matcher match = DATE.matcher(words);
        if (words.chars().noneMatch(Character::isDigit) || !match.find()) {
            return Optional.empty();
        }
        String before = words.substring(0, match.start()).strip();
        String after = words.substring(match.end()).strip();
        return Optional.of(new GermanDate(match.group(), day(match), before, after));
    }

    /** A date that is all that the words say, but for a weekday and a time of day. */
    public static Optional<GermanDate> of(String words) {
        return in(words)
                .filter(date ->
                        date.before.isEmpty() || WEEKDAY.matcher(date.before).matches())
                .filter(date -> date.after.isEmpty() || TIME.matcher(date.after).matches())
                .map(date -> new GermanDate(words, date.date, "", ""));
    }

    /** Whether words begin with a date. */
    public static boolean begins(String words) {
        return !words.isEmpty()
                && Character.isDigit(words.charAt(0))
                && in(words.substring(0, Math.min(words.length(), 40)))
                        .filter(date -> date.before.isEmpty())
                        .isPresent();
    }

    private static LocalDate day(Matcher match) {
        try {
            return match.group("isoYear") != null
                    ? LocalDate.of(number(match, "isoYear"), number(match, "isoMonth"), number(match, "isoDay"))
                    : LocalDate.of(year(match), month(match), number(match, "day"));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int year(Matcher match) {
        int year = number(match, "year");
        return match.group("year").length() == 2 ? 2000 + year : year;
    }

    private static int month(Matcher match) {
        String name = match.group("name");
        return name == null ? number(match, "month") : MONTHS.indexOf(name.toLowerCase(Locale.GERMAN)) + 1;
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}
