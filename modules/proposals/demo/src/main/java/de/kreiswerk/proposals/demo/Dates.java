package de.kreiswerk.proposals.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Fills the dates of a text in, so that the demonstration is never out of date: {@code {{+14}}} is in two weeks. */
final class Dates {

    private static final Pattern DAY = Pattern.compile("\\{\\{([+-]\\d{1,4})}}");
    private static final Pattern YEAR = Pattern.compile("\\{\\{year}}");
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final LocalDate today;

    Dates(LocalDate today) {
        this.today = today;
    }

    String fill(String text) {
        String withDays = DAY.matcher(text)
                .replaceAll(match -> day(Integer.parseInt(match.group(1))).format(GERMAN));
        return YEAR.matcher(withDays).replaceAll(String.valueOf(today.getYear()));
    }

    /** A day of work: what falls on a weekend moves to the Monday after it. */
    LocalDate day(int offset) {
        LocalDate day = today.plusDays(offset);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
