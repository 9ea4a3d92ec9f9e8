package de.kreiswerk.audit.log.search;

import java.time.Instant;

/**
 * A record as it is kept.
 *
 * @param sequence its number
 * @param recorded when it was made
 * @param canonical its canonical text
 */
record Numbered(long sequence, Instant recorded, String canonical) {

    RecordText text() {
        return RecordText.of(sequence, canonical);
    }
}
