package de.kreiswerk.audit.api;

import java.util.List;

/**
 * A page of records.
 *
 * @param records the newest first; what they say of persons is left out
 * @param next the position behind which more may follow, null when there is nothing more
 * @param unfinished whether the search for a text ended before the page was full, because it had looked at many records: what lies
 *     behind {@code next} has to be searched too
 */
public record TrailPage(List<TrailRecord> records, String next, boolean unfinished) {

    /** Copies the list. */
    public TrailPage {
        records = List.copyOf(records);
    }
}
