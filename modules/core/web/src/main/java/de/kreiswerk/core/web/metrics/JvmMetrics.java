package de.kreiswerk.core.web.metrics;

import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.Metric.Sample;
import de.kreiswerk.core.api.metrics.MetricSource;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What Java says of itself, under the names that Prometheus' own Java client uses, and which version this is. */
@Component
public final class JvmMetrics implements MetricSource {

    private static final double MILLIS = 1e3;

    private final String version;

    /**
     * Asks.
     *
     * @param context knows the version
     */
    @Activate
    public JvmMetrics(BundleContext context) {
        this.version = Objects.requireNonNullElse(context.getProperty("kreiswerk.version"), "?");
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric(
                "kreiswerk_info",
                "Which version on which Java.",
                Metric.Type.GAUGE,
                List.of(new Sample("", Map.of("version", version, "java", String.valueOf(Runtime.version())), 1))));
        metrics.add(Metric.gauge(
                "process_start_time_seconds",
                "When the process started, in seconds since 1970.",
                ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS));
        memory(metrics);
        collections(metrics);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        metrics.add(Metric.gauge("jvm_threads_current", "Threads.", threads.getThreadCount()));
        metrics.add(Metric.gauge(
                "jvm_threads_daemon", "Threads that keep no process alive.", threads.getDaemonThreadCount()));
        metrics.add(Metric.gauge("jvm_threads_peak", "Most threads at once.", threads.getPeakThreadCount()));
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        metrics.add(Metric.gauge("jvm_classes_currently_loaded", "Classes.", classes.getLoadedClassCount()));
        metrics.add(Metric.counter(
                "jvm_classes_loaded_total", "Classes that were ever loaded.", classes.getTotalLoadedClassCount()));
        metrics.add(Metric.counter(
                "jvm_classes_unloaded_total", "Classes that were unloaded.", classes.getUnloadedClassCount()));
        return metrics;
    }

    private static void memory(List<Metric> metrics) {
        metrics.add(memory("jvm_memory_used_bytes", "Memory in use.", MemoryUsage::getUsed));
        metrics.add(memory("jvm_memory_committed_bytes", "Memory taken from the system.", MemoryUsage::getCommitted));
        metrics.add(memory("jvm_memory_max_bytes", "Most memory, -1 without a limit.", MemoryUsage::getMax));
    }

    private static Metric memory(String name, String help, ToLongFunction<MemoryUsage> figure) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        return new Metric(
                name,
                help,
                Metric.Type.GAUGE,
                List.of(
                        new Sample("", Map.of("area", "heap"), figure.applyAsLong(memory.getHeapMemoryUsage())),
                        new Sample("", Map.of("area", "nonheap"), figure.applyAsLong(memory.getNonHeapMemoryUsage()))));
    }

    private static void collections(List<Metric> metrics) {
        List<Sample> samples = new ArrayList<>();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            Map<String, String> labels = Map.of("gc", collector.getName());
            samples.add(new Sample("_count", labels, collector.getCollectionCount()));
            samples.add(new Sample("_sum", labels, collector.getCollectionTime() / MILLIS));
        }
        metrics.add(new Metric(
                "jvm_gc_collection_seconds",
                "How often and how long garbage was collected.",
                Metric.Type.SUMMARY,
                samples));
    }
}
