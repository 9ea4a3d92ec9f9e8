package de.kreiswerk.core.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever reads metrics waits for nobody, and sees how old figures are. */
class BackgroundMetricsTest {

    private static final String AGE = "kreiswerk_metric_background_age_seconds";

    private final AtomicLong nanos = new AtomicLong();
    private final BackgroundMetrics metrics = new BackgroundMetrics(nanos::get);

    @AfterEach
    void close() throws InterruptedException {
        metrics.close();
    }

    @Test
    void aDatabaseThatIsAwayKeepsNobodyWaitingAndItsFiguresGrowOld() throws Exception {
        Semaphore asked = new Semaphore(0);
        AtomicBoolean away = new AtomicBoolean();
        MetricSource source = () -> {
            asked.release();
            if (away.get()) {
                throw new IllegalStateException("away");
            }
            return List.of(Metric.gauge("rows", "Rows.", 7));
        };
        metrics.add(source);
        assertThat(asked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        metrics.ask();
        assertThat(figures()).containsEntry("rows", 7.0).containsEntry(AGE, 0.0);
        assertThat(metrics.silent()).isZero();

        away.set(true);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(20));
        metrics.ask();

        assertThat(figures()).containsEntry("rows", 7.0).containsEntry(AGE, 20.0);
        assertThat(metrics.silent()).isOne();
        metrics.remove(source);
        assertThat(figures()).containsOnlyKeys(AGE).containsEntry(AGE, 0.0);
        assertThat(metrics.silent()).isZero();
    }

    @Test
    void oneThatHangsHasOneThreadAndIsCountedAsSilent() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        metrics.add(() -> {
            hanging.countDown();
            await(answer);
            return List.of();
        });
        metrics.add(() -> List.of(Metric.gauge("behind", "Asked after the one that hangs.", 1)));
        assertThat(hanging.await(30, TimeUnit.SECONDS)).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));

        assertThat(figures()).containsOnlyKeys(AGE).containsEntry(AGE, 3.0);
        assertThat(metrics.silent()).isEqualTo(2);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("kreiswerk-metrics")))
                .hasSize(1);
        answer.countDown();
    }

    private Map<String, Double> figures() {
        return metrics.metrics().stream()
                .collect(Collectors.toMap(
                        Metric::name, metric -> metric.samples().get(0).value()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
