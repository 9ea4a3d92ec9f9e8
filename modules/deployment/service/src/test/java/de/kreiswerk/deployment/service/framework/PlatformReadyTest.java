package de.kreiswerk.deployment.service.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;

@Timeout(60)
class PlatformReadyTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Test
    void itIsWaitedForUntilItComes() throws InterruptedException {
        assertThat(PlatformReady.await(comingWhenAsked(3), LONG, stopping)).isTrue();

        assertThat(asked).hasSize(3).containsOnly("(osgi.condition.id=kreiswerk.ready)");
    }

    @Test
    void whoStopsWaitsNoLonger() throws InterruptedException {
        stopping.countDown();

        assertThat(PlatformReady.await(comingWhenAsked(2), LONG, stopping)).isFalse();
    }

    @Test
    void whatNeverComesIsNotWaitedForWithoutEnd() throws InterruptedException {
        assertThat(PlatformReady.await(comingWhenAsked(1_000_000), Duration.ofMillis(1), stopping))
                .isFalse();
    }

    private BundleContext comingWhenAsked(int times) {
        return (BundleContext) Proxy.newProxyInstance(
                PlatformReadyTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    asked.add((String) arguments[1]);
                    return asked.size() < times ? List.of() : List.of("it");
                });
    }
}
