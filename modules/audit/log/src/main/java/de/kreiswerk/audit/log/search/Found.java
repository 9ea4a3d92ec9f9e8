package de.kreiswerk.audit.log.search;

import java.time.Instant;

/**
 * The place of a record.
 *
 * @param sequence its number
 * @param recorded when it was made
 */
record Found(long sequence, Instant recorded) {}
