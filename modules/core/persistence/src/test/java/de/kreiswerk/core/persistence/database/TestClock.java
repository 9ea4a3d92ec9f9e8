package de.kreiswerk.core.persistence.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets. */
public final class TestClock extends Clock {

    private volatile Instant now;

    /** Shows a time. */
    public TestClock(Instant now) {
        this.now = now;
    }

    /** Shows another time. */
    public void set(Instant time) {
        now = time;
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
