package de.kreiswerk.proposals.oparl.render;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as OParl writes them: whole seconds, offset in digits. By hand, because a page has a thousand of them. One answer,
 * one thread.
 */
final class Times {

    /** OffsetDateTime.toString() would leave out seconds that are zero and write Z. */
    static final DateTimeFormatter PATTERN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_999;
    private static final int SECONDS_END = 19;
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final int NO_NUMBER = Integer.MAX_VALUE;

    private String lastText;
    private String lastTime;

    String of(Instant instant) {
        ZoneOffset offset = ZONE.getRules().getOffset(instant);
        LocalDateTime local = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
        if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR || offset.getTotalSeconds() % 3600 != 0) {
            return PATTERN.format(instant.atZone(ZONE));
        }
        char[] text = "0000-00-00T00:00:00+00:00".toCharArray();
        put(text, 0, local.getYear() / 100);
        put(text, 2, local.getYear() % 100);
        put(text, 5, local.getMonthValue());
        put(text, 8, local.getDayOfMonth());
        put(text, 11, local.getHour());
        put(text, 14, local.getMinute());
        put(text, 17, local.getSecond());
        put(text, 20, offset.getTotalSeconds() / 3600);
        return new String(text);
    }

    /** A time of a snapshot, null when it is none. An object and its parts often have the same. */
    String of(String iso) {
        if (!iso.equals(lastText)) {
            Instant instant = instant(iso);
            lastTime = instant == null ? null : of(instant);
            lastText = iso;
        }
        return lastTime;
    }

    /** The day on which it happened here, null when it is no time. */
    static String day(String iso) {
        Instant instant = instant(iso);
        return instant == null ? null : instant.atZone(ZONE).toLocalDate().toString();
    }

    /** Whether it is a day that exists: no {@code 0000-00-00}, no time. */
    static boolean isDate(String text) {
        try {
            return text.length() == 10
                    && (beginsWithPlainDay(text) || LocalDate.parse(text).getYear() >= FIRST_YEAR);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Instant instant(String iso) {
        try {
            return isPlain(iso) ? plain(iso) : Instant.parse(iso);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** As snapshots have it: {@code 2026-05-01T08:00:00Z}, or with a fraction. */
    private static boolean isPlain(String iso) {
        int last = iso.length() - 1;
        return last >= SECONDS_END
                && beginsWithPlainDay(iso)
                && iso.charAt(10) == 'T'
                && digits(iso, 11, 13) < 24
                && iso.charAt(13) == ':'
                && digits(iso, 14, 16) < 60
                && iso.charAt(16) == ':'
                && digits(iso, 17, SECONDS_END) < 60
                && iso.charAt(last) == 'Z'
                && (last == SECONDS_END || isFraction(iso, last));
    }

    private static boolean isFraction(String iso, int end) {
        int length = end - SECONDS_END - 1;
        return length > 0
                && length <= 9
                && iso.charAt(SECONDS_END) == '.'
                && digits(iso, SECONDS_END + 1, end) < NO_NUMBER;
    }

    private static Instant plain(String iso) {
        LocalDate day = LocalDate.of(digits(iso, 0, 4), digits(iso, 5, 7), digits(iso, 8, 10));
        int seconds = (digits(iso, 11, 13) * 60 + digits(iso, 14, 16)) * 60 + digits(iso, 17, SECONDS_END);
        return Instant.ofEpochSecond(day.toEpochDay() * SECONDS_OF_A_DAY + seconds);
    }

    /** A day that every month has. */
    private static boolean beginsWithPlainDay(String text) {
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int year = digits(text, 0, 4);
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && text.charAt(4) == '-'
                && month >= 1
                && month <= 12
                && text.charAt(7) == '-'
                && day >= 1
                && day <= 28;
    }

    /** At most nine digits as a number; {@link #NO_NUMBER} when there is anything else among them. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static void put(char[] text, int at, int twoDigits) {
        text[at] = (char) ('0' + twoDigits / 10);
        text[at + 1] = (char) ('0' + twoDigits % 10);
    }
}
