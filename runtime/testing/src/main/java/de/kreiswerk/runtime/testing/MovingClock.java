package de.kreiswerk.runtime.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class MovingClock extends Clock {

    private volatile Instant now;

    /** Shows a winter morning in the county. */
    public MovingClock() {
        this(Instant.parse("2026-12-01T08:00:00Z"));
    }

    /** Shows a time. */
    public MovingClock(Instant begin) {
        this.now = begin;
    }

    /** Time passes. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
