package de.kreiswerk.proposals.web.calendar;

import java.time.Instant;
import java.util.List;

/**
 * An appointment as a calendar keeps it.
 *
 * @param uid by which calendars know it again, whatever else changes
 * @param sequence counts its changes from 0
 * @param created when it came to be
 * @param modified when it last changed
 * @param start when it begins
 * @param end when it ends, null when not known
 * @param summary what it is
 * @param description more about it, null when there is no more
 * @param location where it is, null when not known
 * @param url the absolute address of its page, null when it has none
 * @param categories what kind of thing it is
 * @param cancelled whether it does not take place
 */
public record CalendarEvent(
        String uid,
        long sequence,
        Instant created,
        Instant modified,
        Instant start,
        Instant end,
        String summary,
        String description,
        String location,
        String url,
        List<String> categories,
        boolean cancelled) {

    /** Copies the list. */
    public CalendarEvent {
        categories = List.copyOf(categories);
    }
}
