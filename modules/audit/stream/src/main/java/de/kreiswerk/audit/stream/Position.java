package de.kreiswerk.audit.stream;

import java.time.Instant;

/**
 * How far a receiver has come.
 *
 * @param sequence the last number that was sent
 * @param settled the last one that is not sent again when the connection breaks
 * @param changed when it got on
 */
record Position(long sequence, long settled, Instant changed) {}
