package de.kreiswerk.deployment.service.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class ComponentThreadsTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration NEARLY = Duration.ofMillis(600);
    private static final Duration BUDGET = Duration.ofMillis(900);

    private final ComponentThreads threads = new ComponentThreads.Groups().of("de.example");

    @Test
    void allBundlesTogetherAreStartedInTimeOrNot() throws Exception {
        threads.start(List.of(takes("one", NEARLY), takes("two", Duration.ZERO)), LONG, Deadline.in(LONG), () -> false);

        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.start(
                        List.of(takes("one", NEARLY), takes("two", NEARLY)), BUDGET, Deadline.in(BUDGET), () -> false));

        assertThat(trouble.bundle()).as("each of them is within its limit").isEqualTo("two");
        assertThat(trouble.isTooLong()).isTrue();
    }

    @Test
    void allBundlesTogetherAreStoppedInTimeOrNot() {
        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.stop(List.of(takes("one", NEARLY), takes("two", NEARLY)), BUDGET, Deadline.in(BUDGET)));

        assertThat(trouble.bundle()).isEqualTo("two");
        assertThat(trouble.isTooLong()).isTrue();
    }

    @Test
    void whatNobodyWaitsForHasItsLimitForEachBundle() throws Exception {
        threads.start(List.of(takes("one", NEARLY), takes("two", NEARLY)), BUDGET);
        threads.stop(List.of(takes("one", NEARLY), takes("two", NEARLY)), BUDGET);
    }

    @Test
    void oneThatTakesLongerThanItsLimitIsNamedThoughThereIsTimeLeft() {
        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.start(
                        List.of(takes("one", LONG)), Duration.ofMillis(50), Deadline.in(LONG), () -> false));

        assertThat(trouble.bundle()).isEqualTo("one");
    }

    /** A bundle whose activator takes its time. */
    private static Bundle takes(String name, Duration time) {
        return (Bundle) Proxy.newProxyInstance(
                ComponentThreadsTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "start", "stop" ->
                        new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS) ? null : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
