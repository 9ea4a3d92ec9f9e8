package de.kreiswerk.core.web.metrics;

import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of those who have to wait for theirs. One thread asks them one after the other, so that nobody who reads metrics
 * waits for a database that is away, and no more than one connection is wanted for it.
 */
@Component(service = BackgroundMetrics.class, immediate = true)
public final class BackgroundMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundMetrics.class);
    private static final long EVERY_SECONDS = 15;
    private static final double NANOS = 1e9;

    private final Map<MetricSource, Answer> answers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer;
    private final LongSupplier nanos;

    /**
     * What a source told last.
     *
     * @param metrics its figures
     * @param asked when that was; before it told any, since when it has been there
     * @param silent whether it could not tell since
     */
    private record Answer(List<Metric> metrics, long asked, boolean silent) {}

    /** Begins to ask. */
    @Activate
    public BackgroundMetrics() {
        this(System::nanoTime);
        timer.scheduleWithFixedDelay(this::ask, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    BackgroundMetrics(LongSupplier nanos) {
        this.nanos = nanos;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "kreiswerk-metrics");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() throws InterruptedException {
        // No interrupt: it would close the embedded database's file under everybody.
        timer.shutdown();
        timer.awaitTermination(5, TimeUnit.SECONDS);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + MetricSource.BACKGROUND + "=true)")
    void add(MetricSource source) {
        answers.put(source, new Answer(List.of(), nanos.getAsLong(), true));
        timer.execute(() -> ask(source));
    }

    void remove(MetricSource source) {
        answers.remove(source);
    }

    /** Asks all. */
    void ask() {
        answers.keySet().forEach(this::ask);
    }

    private void ask(MetricSource source) {
        long now = nanos.getAsLong();
        try {
            Answer answer = new Answer(List.copyOf(source.metrics()), now, false);
            answers.computeIfPresent(source, (any, before) -> answer);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("{} cannot tell its figures", source.getClass().getName(), e);
            answers.computeIfPresent(source, (any, before) -> new Answer(before.metrics(), before.asked(), true));
        }
    }

    /** How many could not tell theirs when they were asked last. */
    int silent() {
        return (int) answers.values().stream().filter(Answer::silent).count();
    }

    /** The figures that were told last, and how old the oldest of them are. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        long now = nanos.getAsLong();
        long oldest = 0;
        for (Answer answer : answers.values()) {
            metrics.addAll(answer.metrics());
            oldest = Math.max(oldest, now - answer.asked());
        }
        metrics.add(Metric.gauge(
                "kreiswerk_metric_background_age_seconds",
                "How old the oldest figures are that are asked for in the background.",
                oldest / NANOS));
        return metrics;
    }
}
