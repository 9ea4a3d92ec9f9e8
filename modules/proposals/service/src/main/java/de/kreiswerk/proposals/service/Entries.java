package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Checks what people enter: mandatory or not, length, characters, order of dates. */
final class Entries {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2999;

    private Entries() {}

    static String mandatory(String field, String value, int most) {
        String text = optional(field, value, most);
        if (text == null) {
            throw Refusals.entryNotValid("Das Feld „" + field + "“ fehlt.", "The field '" + field + "' is missing.");
        }
        return text;
    }

    /** Without surrounding blanks; null when there is nothing. */
    static String optional(String field, String value, int most) {
        return check(field, value, most, false);
    }

    static String lines(String field, String value, int most) {
        return check(field, value, most, true);
    }

    private static String check(String field, String value, int most, boolean lines) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > most) {
            throw Refusals.entryNotValid(
                    "Das Feld „" + field + "“ darf höchstens " + most + " Zeichen haben.",
                    "The field '" + field + "' may have " + most + " characters at most.");
        }
        if (text.chars()
                .anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t')))) {
            throw Refusals.entryNotValid(
                    "Das Feld „" + field + "“ enthält Steuerzeichen.",
                    "The field '" + field + "' has control characters.");
        }
        return text;
    }

    /** Of what is there already, what is not given stays. */
    static <T> T orKnown(T given, T known) {
        boolean nothing = given == null || given instanceof String words && words.isBlank();
        return nothing ? known : given;
    }

    static <T> T given(String field, T value) {
        if (value == null) {
            throw Refusals.entryNotValid("Das Feld „" + field + "“ fehlt.", "The field '" + field + "' is missing.");
        }
        return value;
    }

    static Instant time(String field, Instant time) {
        Instant first =
                LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant last =
                LocalDate.of(LAST_YEAR, 12, 31).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (given(field, time).isBefore(first) || time.isAfter(last)) {
            throw outOfYears(field);
        }
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    static LocalDate date(String field, LocalDate date) {
        if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
            throw outOfYears(field);
        }
        return date;
    }

    private static ProblemException outOfYears(String field) {
        return Refusals.entryNotValid(
                "Das Feld „" + field + "“ muss zwischen den Jahren " + FIRST_YEAR + " und " + LAST_YEAR + " liegen.",
                "The field '" + field + "' must be between the years " + FIRST_YEAR + " and " + LAST_YEAR + ".");
    }

    static void period(LocalDate start, LocalDate end) {
        date("startDate", start);
        date("endDate", end);
        if (start != null && end != null && end.isBefore(start)) {
            throw Refusals.entryNotValid(
                    "„endDate“ liegt vor „startDate“. Prüfen Sie beide Tage.",
                    "'endDate' is before 'startDate'. Check both days.");
        }
    }

    static void mustBe(Long expected, long actual) {
        if (expected != null && expected != actual) {
            throw Refusals.entryChangedInBetween(expected, actual);
        }
    }
}
