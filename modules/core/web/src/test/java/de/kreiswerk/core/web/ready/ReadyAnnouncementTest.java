package de.kreiswerk.core.web.ready;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.chain.Exchange;
import de.kreiswerk.core.web.pages.BaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

class ReadyAnnouncementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ServiceReference<?> CHECK = check("demo", 1);

    @TempDir
    Path data;

    private Path file;
    /** What the check says one time after the other; the last word stays. */
    private final Deque<HealthCheckExecutionResult> words = new ArrayDeque<>();

    /** The checks that are there when the executor has asked. */
    private volatile List<ServiceReference<?>> there = List.of(CHECK);

    /** The conditions that are there. */
    private final Queue<Object> told = new ConcurrentLinkedQueue<>();

    private final CountDownLatch askedTwice = new CountDownLatch(2);

    @BeforeEach
    void nameTheFile() {
        file = data.resolve("kreiswerk.url");
    }

    /** Else a platform without its demo council would be served and never say so. */
    @ParameterizedTest
    @CsvSource({"OK", "WARN"})
    void whoeverServesEverythingIsReady(Result.Status status) throws Exception {
        words.add(says(status, false));

        assertThat(start().isDone(PATIENCE)).isTrue();

        assertThat(file).hasContent("http://localhost:41234\n");
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPORARILY_UNAVAILABLE, false",
        "CRITICAL, false",
        "HEALTH_CHECK_ERROR, false",
        "WARN, true",
        "CRITICAL, true"
    })
    void whatIsStillComingInIsWaitedFor(Result.Status status, boolean timedOut) throws Exception {
        words.add(says(status, timedOut));
        ReadyAnnouncement announcement = start();
        assertThat(askedTwice.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(file).doesNotExist();

        synchronized (words) {
            words.add(says(Result.Status.OK, false));
        }

        assertThat(announcement.isDone(PATIENCE)).isTrue();
        assertThat(file).exists();
    }

    @Test
    void whoeverCameInMeanwhileIsAskedAsWell() throws Exception {
        words.add(says(Result.Status.OK, false));
        there = List.of(CHECK, check("late", 2));
        ReadyAnnouncement announcement = start();
        assertThat(askedTwice.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(file).doesNotExist();

        there = List.of(CHECK);

        assertThat(announcement.isDone(PATIENCE)).isTrue();
        assertThat(file).exists();
    }

    @Test
    void whoIsStoppedBeforeItIsReadyLeavesNoAddress() throws Exception {
        words.add(says(Result.Status.CRITICAL, false));
        ReadyAnnouncement announcement = start();

        announcement.close();

        assertThat(announcement.isDone(PATIENCE)).isTrue();
        assertThat(Files.exists(file)).isFalse();
        assertThat(told).isEmpty();
    }

    /** Components wait for it. */
    @Test
    void bundlesAreToldWhenItIsReadyAndNoLongerWhenThisGoes() throws Exception {
        words.add(says(Result.Status.CRITICAL, false));
        ReadyAnnouncement announcement = start();
        assertThat(askedTwice.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(told).isEmpty();
        synchronized (words) {
            words.add(says(Result.Status.OK, false));
        }
        assertThat(announcement.isDone(PATIENCE)).isTrue();
        assertThat(told).containsExactly("kreiswerk.ready");

        announcement.close();

        assertThat(told).isEmpty();
    }

    private ReadyAnnouncement start() {
        BundleContext context = Exchange.proxy(BundleContext.class, (method, arguments) -> switch (method) {
            case "getProperty" -> arguments[0].equals("kreiswerk.data") ? data.toString() : null;
            case "getBundles" -> new Bundle[0];
            case "getServiceReferences" -> there;
            case "registerService" -> {
                told.add(((Dictionary<?, ?>) arguments[2]).get("osgi.condition.id"));
                yield registration();
            }
            default -> throw new UnsupportedOperationException(method);
        });
        return new ReadyAnnouncement(context, executor(), new BaseUrl(context, server()));
    }

    private ServiceRegistration<?> registration() {
        return Exchange.proxy(ServiceRegistration.class, (method, arguments) -> told.poll());
    }

    @SuppressWarnings("unchecked")
    private static <T> ServiceReference<T> server() {
        return Exchange.proxy(ServiceReference.class, (method, arguments) -> "41234");
    }

    private HealthCheckExecutor executor() {
        return Exchange.proxy(HealthCheckExecutor.class, (method, arguments) -> {
            askedTwice.countDown();
            synchronized (words) {
                return List.of(words.size() > 1 ? words.removeFirst() : words.getFirst());
            }
        });
    }

    private static ServiceReference<?> check(String name, long id) {
        Bundle bundle = Exchange.proxy(Bundle.class, (method, arguments) -> "reference:file:core.jar");
        Map<String, Object> properties = Map.of(HealthCheck.NAME, name, "service.id", id);
        return Exchange.proxy(ServiceReference.class, (method, arguments) -> switch (method) {
            case "getBundle" -> bundle;
            case "getProperty" -> properties.get((String) arguments[0]);
            default -> null;
        });
    }

    private static HealthCheckExecutionResult says(Result.Status status, boolean timedOut) {
        HealthCheckMetadata metadata = new HealthCheckMetadata(CHECK);
        return Exchange.proxy(HealthCheckExecutionResult.class, (method, arguments) -> switch (method) {
            case "getHealthCheckResult" -> new Result(status, "so it is");
            case "getHealthCheckMetadata" -> metadata;
            case "hasTimedOut" -> timedOut;
            default -> throw new UnsupportedOperationException(method);
        });
    }
}
