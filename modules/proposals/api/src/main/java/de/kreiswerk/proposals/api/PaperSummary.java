package de.kreiswerk.proposals.api;

import java.time.Instant;

/**
 * A line in a list of proposals.
 *
 * @param id the paper's id
 * @param reference the Vorlagennummer
 * @param slug the last part of its page's address
 * @param name the title, null when there is none
 * @param paperType the Vorlageart, null when not stated
 * @param underDirectionOf the lead department, null when not stated
 * @param visibility as stated, null when not
 * @param state where it stands
 * @param version the newest version of its text
 * @param modified when it last changed
 */
public record PaperSummary(
        String id,
        String reference,
        String slug,
        String name,
        String paperType,
        String underDirectionOf,
        Visibility visibility,
        Paper.State state,
        int version,
        Instant modified) {}
