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
            return text.length() == 10 && LocalDate.parse(text).getYear() >= FIRST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Instant instant(String iso) {
        try {
            return Instant.parse(iso);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void put(char[] text, int at, int twoDigits) {
        text[at] = (char) ('0' + twoDigits / 10);
        text[at + 1] = (char) ('0' + twoDigits % 10);
    }
}
