package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.identity.api.TooManyAttempts;
import de.kreiswerk.runtime.testing.MovingClock;
import java.lang.annotation.Annotation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {

    private final MovingClock clock = new MovingClock();
    private final Throttle throttle = new Throttle(5, 20, Duration.ofMinutes(5), clock);

    @Test
    void theSixthAttemptAtAnAccountWaits() {
        attempts(5, "anna", "10.0.0.1");

        TooManyAttempts refused = refused("anna", "10.0.0.1");
        assertThat(refused.seconds()).isBetween(1L, 61L);

        clock.pass(Duration.ofSeconds(refused.seconds()));
        assertThatCode(() -> throttle.attempt("anna", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aStrangerCannotLockAnybodyOut() {
        attempts(5, "anna", "198.51.100.7");
        refused("anna", "198.51.100.7");

        assertThatCode(() -> throttle.attempt("anna", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void tryingOnePasswordAtManyAccountsWaitsAsWell() {
        for (int i = 0; i < 20; i++) {
            throttle.attempt("account" + i, "198.51.100.7");
        }

        refused("another", "198.51.100.7");
    }

    @Test
    void whatSucceedsDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            throttle.attempt("anna", "10.0.0.1").succeeded();
        }
    }

    @Test
    void aNetworkThatWaitsUsesUpNoAttemptsOfAnAccount() {
        for (int i = 0; i < 20; i++) {
            throttle.attempt("account" + i, "198.51.100.7");
        }
        for (int i = 0; i < 10; i++) {
            refused("anna", "198.51.100.7");
        }

        clock.pass(Duration.ofSeconds(15));

        assertThatCode(() -> throttle.attempt("anna", "198.51.100.7")).doesNotThrowAnyException();
    }

    @Test
    void whoWaitsForAnAccountDoesNotMakeTheNetworkWait() {
        attempts(5, "anna", "198.51.100.7");
        for (int i = 0; i < 100; i++) {
            refused("anna", "198.51.100.7");
        }

        for (int i = 0; i < 15; i++) {
            throttle.attempt("account" + i, "198.51.100.7");
        }
        refused("another", "198.51.100.7");
    }

    @Test
    void anAttemptWithoutAVerdictDoesNotCount() {
        for (int i = 0; i < 30; i++) {
            Throttle.Attempt attempt = throttle.attempt("anna", "10.0.0.1");
            assertThatThrownBy(() -> attempt.verdict(() -> {
                        throw new IllegalStateException("the database is away");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        for (int i = 0; i < 5; i++) {
            assertThat(throttle.attempt("anna", "10.0.0.1").verdict(() -> false))
                    .isFalse();
        }
        refused("anna", "10.0.0.1");
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        for (int i = 0; i < 5; i++) {
            throttle.attempt("anna", "2001:db8:1:2::" + i);
        }

        refused("anna", "[2001:db8:1:2:ffff::1]");
        assertThatCode(() -> throttle.attempt("anna", "2001:db8:1:3::1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, Integer.MAX_VALUE})
    void whateverTheSettingsSayTheFirstAttemptGoesThrough(int number) {
        Throttle set = new Throttle(new Settings(number, number, number));

        assertThat(set.attempt("anna", "10.0.0.1").verdict(() -> true)).isTrue();
    }

    private record Settings(int perAccount, int perNetwork, int minutes) implements Throttle.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return Throttle.Config.class;
        }
    }

    private void attempts(int count, String account, String address) {
        for (int i = 0; i < count; i++) {
            throttle.attempt(account, address);
        }
    }

    private TooManyAttempts refused(String account, String address) {
        TooManyAttempts refused = catchThrowableOfType(TooManyAttempts.class, () -> throttle.attempt(account, address));
        assertThat(refused).isNotNull();
        return refused;
    }
}
