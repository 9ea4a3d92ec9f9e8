package de.kreiswerk.core.web.ready;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.health.Readiness;
import de.kreiswerk.core.web.health.BundlesCheck;
import de.kreiswerk.core.web.health.PlatformChecks;
import de.kreiswerk.core.web.pages.BaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator, once, when the platform serves its users, and leaves its address in {@code DATA/kreiswerk.url} for the
 * command line; bundles are told by {@link Readiness#CONDITION}. Readiness comes from the health checks, never from events having ceased.
 */
@Component(service = ReadyAnnouncement.class, immediate = true)
public final class ReadyAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyAnnouncement.class);
    /** Until all bundles run, which is soon looked up. */
    private static final long FIRST_POLLS_MILLIS = 20;

    private static final long POLLS_MILLIS = 100;
    private static final long LATER_POLLS_MILLIS = 1_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final BundleContext context;
    private final HealthCheckExecutor executor;
    private final BaseUrl baseUrl;
    private final Path file;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    /** Null as long as it is not told; read by others when the thread has ended. */
    private ServiceRegistration<Condition> told;

    @Activate
    public ReadyAnnouncement(
            BundleContext context, @Reference HealthCheckExecutor executor, @Reference BaseUrl baseUrl) {
        this.context = context;
        this.executor = executor;
        this.baseUrl = baseUrl;
        this.file = Path.of(context.getProperty("kreiswerk.data")).resolve("kreiswerk.url");
        this.thread = new Thread(this::waitAndAnnounce, "kreiswerk-ready");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        stop.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(5));
        if (!thread.isAlive() && told != null) {
            told.unregister();
        }
    }

    /** Waits until it has told, or has given up. */
    boolean isDone(Duration patience) throws InterruptedException {
        thread.join(patience.toMillis());
        return !thread.isAlive();
    }

    private void waitAndAnnounce() {
        long complainAt = System.nanoTime() + PATIENCE_NANOS;
        boolean complained = false;
        boolean asked = false;
        long pause;
        try {
            do {
                List<String> reasons = notRunning();
                boolean running = reasons.isEmpty();
                if (running || !asked && baseUrl.listening().isPresent()) {
                    // Before all bundles run their answer changes nothing. But the first takes ten times as long as
                    // the next, and while REST comes in a second core is idle.
                    List<String> unwell = unhealthy();
                    reasons = running ? unwell : reasons;
                    asked = true;
                }
                if (reasons.isEmpty()) {
                    tellBundles();
                    announce();
                    return;
                }
                if (!complained && System.nanoTime() - complainAt > 0) {
                    complained = true;
                    LOG.warn("Not ready yet: {}", String.join("; ", reasons));
                }
                pause = complained ? LATER_POLLS_MILLIS : running ? POLLS_MILLIS : FIRST_POLLS_MILLIS;
            } while (!stop.await(pause, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("The address could not be written to {}: {}", file, e.getMessage());
        }
    }

    private List<String> notRunning() {
        if (baseUrl.listening().isEmpty()) {
            return List.of("the web server does not listen");
        }
        List<String> idle = BundlesCheck.notRunning(context);
        return idle.isEmpty() ? idle : List.of("bundles: " + String.join(", ", idle));
    }

    private List<String> unhealthy() {
        List<HealthCheckExecutionResult> results = PlatformChecks.ask(
                executor, PlatformChecks.READY, new HealthCheckExecutionOptions().setForceInstantExecution(true));
        List<String> reasons = results.stream()
                .filter(result -> !isReady(result))
                .map(result -> result.getHealthCheckMetadata().getName() + ": "
                        + Findings.words(result.getHealthCheckResult()).english())
                .toList();
        // Which checks there are was asked before they were.
        return reasons.isEmpty() && !PlatformChecks.wereAllAsked(context, PlatformChecks.READY, results)
                ? List.of("a check has come in that was not asked yet")
                : reasons;
    }

    /**
     * A warning is no reason to wait: everything is served meanwhile, and it may stay for good, as when the demo council cannot be
     * loaded. Unless it comes from whoever asks: the check has not answered yet.
     */
    private static boolean isReady(HealthCheckExecutionResult result) {
        Result.Status status = result.getHealthCheckResult().getStatus();
        return status == Result.Status.OK || status == Result.Status.WARN && !result.hasTimedOut();
    }

    private void tellBundles() {
        told = context.registerService(
                Condition.class,
                Condition.INSTANCE,
                FrameworkUtil.asDictionary(Map.of(Condition.CONDITION_ID, Readiness.CONDITION)));
    }

    /** To standard output, not to the log: this line is for the person, or the script, that started the platform. */
    @SuppressWarnings("java:S106")
    private void announce() throws IOException {
        String local = baseUrl.listening().orElseThrow();
        Files.writeString(file, local + "\n");
        System.out.println("Kreiswerk is ready: " + baseUrl.current().orElse(local) + "/");
    }
}
