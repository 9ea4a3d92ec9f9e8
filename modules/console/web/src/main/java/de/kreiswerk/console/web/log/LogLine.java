package de.kreiswerk.console.web.log;

import java.time.Instant;

/**
 * What was logged once, as text alone: whoever logged it may be gone.
 *
 * @param number its place, from 1, in the order in which lines came in
 * @param time when
 * @param level how bad it is
 * @param area who logged it: the name of the logger
 * @param requestId the request in whose course it was logged, empty when there was none
 * @param text what was logged, in one line, without secrets
 */
public record LogLine(long number, Instant time, LogLevel level, String area, String requestId, String text) {}
