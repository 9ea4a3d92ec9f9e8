package de.kreiswerk.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.testing.MovingClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final MovingClock clock = new MovingClock(Instant.now());
    private final Attempts attempts = new Attempts(clock);

    @Test
    void whoTriesTooOftenWaitsAndOthersDoNot() {
        for (int i = 0; i < Attempts.MOST; i++) {
            assertThat(attempts.mustWait("198.51.100.7")).isZero();
        }
        assertThat(attempts.mustWait("198.51.100.7")).isBetween(1L, 301L);
        assertThat(attempts.mustWait("10.1.2.3")).isZero();

        clock.pass(Attempts.PERIOD);
        assertThat(attempts.mustWait("198.51.100.7")).isZero();
    }

    @Test
    void aHouseholdOfIpv6IsOne() {
        for (int i = 0; i < Attempts.MOST; i++) {
            attempts.mustWait("2001:db8:1:2:0:0:0:" + Integer.toHexString(i));
        }
        assertThat(attempts.mustWait("2001:db8:1:2:ffff:0:0:1")).isPositive();
        assertThat(attempts.mustWait("2001:db8:1:2::1")).as("shortened").isPositive();
        assertThat(attempts.mustWait("2001:db8:1:3:0:0:0:1")).isZero();
    }
}
