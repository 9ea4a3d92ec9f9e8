package de.kreiswerk.deployment.service.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;

class ComponentThreadsTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration NEARLY = Duration.ofMillis(600);

    private static final int FEW = 3;

    private final ComponentThreads threads = new ComponentThreads.Groups().of("de.example");
    private final CountDownLatch end = new CountDownLatch(1);
    /** Passes when a bundle says so. */
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void endTheirThreads() {
        end.countDown();
    }

    @Test
    void allBundlesTogetherAreStartedInTimeOrNot() throws Exception {
        threads.start(
                List.of(takes("one", NEARLY), takes("two", Duration.ZERO)), LONG, FEW, Deadline.in(LONG), () -> false);

        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.start(
                        List.of(takesMostOfTheTime("one"), takes("two", LONG)),
                        LONG,
                        FEW,
                        Deadline.in(LONG, nanos::get),
                        () -> false));

        assertThat(trouble.bundle()).as("each of them is within its limit").isEqualTo("two");
        assertThat(trouble.isTooLong()).isTrue();
    }

    @Test
    void allBundlesTogetherAreStoppedInTimeOrNot() {
        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.stop(
                        List.of(takesMostOfTheTime("one"), takes("two", LONG)), LONG, Deadline.in(LONG, nanos::get)));

        assertThat(trouble.bundle()).isEqualTo("two");
        assertThat(trouble.isTooLong()).isTrue();
    }

    @Test
    void whatNobodyWaitsForHasItsLimitForEachBundle() throws Exception {
        ComponentThreads alone = new ComponentThreads.Groups(nanos::get).of("de.example");

        Bundle one = bundle("one", () -> nanos.addAndGet(LONG.toNanos()));

        alone.start(List.of(one, takes("two", NEARLY)), LONG, FEW);
        alone.stop(List.of(one, takes("two", NEARLY)), LONG);
    }

    @Test
    void oneThatTakesLongerThanItsLimitIsNamedThoughThereIsTimeLeft() {
        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.start(
                        List.of(takes("one", LONG)), Duration.ofMillis(50), FEW, Deadline.in(LONG), () -> false));

        assertThat(trouble.bundle()).isEqualTo("one");
        assertThat(trouble.isTooLong()).isTrue();
    }

    @Test
    @Timeout(30)
    void whatMakesTooManyThreadsIsNotWaitedForAnyLonger() {
        Bundle two = makes("two", FEW + 1, LONG);

        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.start(
                        List.of(takes("one", Duration.ZERO), two), LONG, FEW, Deadline.in(LONG), () -> false));

        assertThat(trouble.bundle()).isEqualTo("two");
        assertThat(trouble.threads()).isEqualTo(FEW + 1);
        assertThat(trouble.isTooLong()).isFalse();
    }

    @Test
    void thatItMadeTooManyThreadsIsSaidAlsoWhenTheTimeIsOver() {
        Bundle one = bundle("one", () -> {
            makeThreads(FEW + 1);
            nanos.addAndGet(LONG.toNanos());
        });

        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.start(
                        List.of(one, takes("two", LONG)), LONG, FEW, Deadline.in(LONG, nanos::get), () -> false));

        assertThat(trouble.threads()).isEqualTo(FEW + 1);
        assertThat(trouble.isTooLong()).isFalse();
    }

    @Test
    void theThreadsOfWhatHasStartedAreCounted() throws Exception {
        threads.start(List.of(makes("one", FEW, Duration.ZERO)), LONG, FEW);

        ComponentThreads.Trouble trouble = catchThrowableOfType(
                ComponentThreads.Trouble.class,
                () -> threads.start(List.of(makes("two", 1, Duration.ZERO)), LONG, FEW));

        assertThat(trouble.threads()).isEqualTo(FEW + 1);
        threads.interrupt();
        threads.startAgain(List.of(makes("one", FEW + 1, Duration.ZERO)), LONG);
    }

    /** A bundle whose activator takes its time. */
    private static Bundle takes(String name, Duration time) {
        return bundle(name, () -> new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** A bundle after which there is hardly any time left for the others. */
    private Bundle takesMostOfTheTime(String name) {
        return bundle(name, () -> nanos.addAndGet(LONG.minus(NEARLY).toNanos()));
    }

    /** A bundle whose activator makes threads, and takes its time then. */
    private Bundle makes(String name, int count, Duration time) {
        return bundle(name, () -> {
            makeThreads(count);
            new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void makeThreads(int count) {
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::awaitTheEnd);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            // It was told to end.
            Thread.currentThread().interrupt();
        }
    }

    private static Bundle bundle(String name, Activator activator) {
        return (Bundle) Proxy.newProxyInstance(
                ComponentThreadsTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "start", "stop" -> {
                        activator.carryOut();
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** What a bundle does when it is started or stopped. */
    @FunctionalInterface
    private interface Activator {

        void carryOut() throws Exception;
    }
}
