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

    private static final String SHORT_MONTHS = "jan|feb|mär|mrz|apr|jun|jul|aug|sept?|okt|nov|dez";

    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.])(?:"
                    + "(?<day>\\d{1,2})\\. ?(?:(?<month>\\d{1,2})\\. ?|(?<name>" + String.join("|", MONTHS) + "|"
                    + SHORT_MONTHS
                    + ")\\.? )"
                    + "(?<year>\\d{4}|\\d{2})"
                    + "|(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2})"
                    + ")(?!\\d|\\.\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String DAY_OF_WEEK = "(?:Mo(?:ntag)?|Di(?:enstag)?|Mi(?:ttwoch)?|Do(?:nnerstag)?|Fr(?:eitag)?"
            + "|Sa(?:mstag)?|So(?:nntag|nnabend)?)\\.?,?";
    private static final Pattern WEEKDAY = Pattern.compile(DAY_OF_WEEK);
    private static final Pattern TIME = Pattern.compile(",? ?(?:um )?\\d{1,2}[:.]\\d{2}(?: Uhr)?|,? ?\\d{1,2} Uhr");

    // Without its stop a figure before a dash may as well be the number of a room.
    private static final Pattern DAY_BEFORE = Pattern.compile("(?<!\\d)\\d{1,2}(?:\\.\\s*(?:/|-|–|und|bis|oder)|/)$");
    private static final int LONGEST_DAY_BEFORE = 20;

    private static final Pattern AT_ITS_BEGINNING =
            Pattern.compile("(?:^|(?<=[\\s,;(]))(?:(?:am|vom)(?: |$))?(?:" + DAY_OF_WEEK + ")?$");
    private static final Pattern AT_ITS_END = Pattern.compile("(?:" + TIME.pattern() + ")(?![\\d.:])");

    /** Whether a day stands right before it, so that it is one of two or the end of some: {@code 20./21.03.2031}. */
    public boolean isOneOfSeveral() {
        return dayBefore() < before.length();
    }

    /** The same with such a day in its wording, and then without a date: neither is the day. */
    public GermanDate withDayBefore() {
        int cut = dayBefore();
        return cut == before.length()
                ? this
                : new GermanDate(
                        before.substring(cut) + wording,
                        null,
                        before.substring(0, cut).strip(),
                        after);
    }

    /** Where a day begins that stands right before it; at the end of what is before when there is none. */
    private int dayBefore() {
        Matcher day = DAY_BEFORE
                .matcher(before)
                .region(Math.max(0, before.length() - LONGEST_DAY_BEFORE), before.length())
                .useTransparentBounds(true);
        return day.find() ? day.start() : before.length();
    }

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

    /** The same with what belongs to it around it in its wording: {@code am Dienstag, 10.06.2026, 16:00 Uhr}. */
    public GermanDate whole() {
        Matcher beginning = AT_ITS_BEGINNING.matcher(before);
        int cut = beginning.find() ? beginning.start() : before.length();
        Matcher end = AT_ITS_END.matcher(after);
        int time = end.lookingAt() ? end.end() : 0;
        String first = before.substring(cut) + " ";
        String last = (after.startsWith(",") ? "" : " ") + after.substring(0, time);
        return new GermanDate(
                (first + wording + last).strip(),
                date,
                before.substring(0, cut).strip(),
                after.substring(time).strip());
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
        // Lower case by way of upper case, as patterns compare: ı and ſ are then i and s.
        return name == null
                ? number(match, "month")
                : month(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static int month(String name) {
        String beginning = name.equals("mrz") ? "mär" : name.substring(0, 3);
        int month = 0;
        while (!MONTHS.get(month).startsWith(beginning)) {
            month++;
        }
        return month + 1;
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}
