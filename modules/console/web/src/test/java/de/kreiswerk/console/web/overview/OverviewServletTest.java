package de.kreiswerk.console.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import de.kreiswerk.console.web.log.RecentLogs;
import de.kreiswerk.console.web.view.Permissions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsoleFact;
import de.kreiswerk.runtime.testing.Http;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

class OverviewServletTest {

    private static final Instant START = Instant.parse("2026-01-01T11:00:00Z");

    private final List<HealthCheckExecutionResult> results = new ArrayList<>();
    private final LoggerContext logback = RecentLogs.logback();

    @Test
    void oneFaultyCheckIsSaidFirstAndNamed() throws IOException {
        add("bundles", Result.Status.OK, "All bundles run");
        add("database", Result.Status.CRITICAL, "cannot be reached");

        String html = html(Permissions.CONSOLE, Permissions.HEALTH);

        assertThat(html).contains("kern-alert--danger", "meldet eine Störung", "gestört", "cannot be reached");
    }

    @Test
    void aWarningIsNoFault() throws IOException {
        add("backup", Result.Status.WARN, "none yet");

        assertThat(html(Permissions.CONSOLE, Permissions.HEALTH)).contains("kern-alert--warning", "none yet");
    }

    @Test
    void withoutAnyCheckNothingIsCalledWell() throws IOException {
        assertThat(html(Permissions.CONSOLE)).contains("kern-alert--danger").doesNotContain("ohne Störung");
    }

    @Test
    void messagesAndLogAreForThoseWhoMayReadThem() throws IOException {
        add("database", Result.Status.OK, "jdbc:h2:file:/srv");
        logback.getLogger("x").warn("something odd");

        assertThat(html(Permissions.CONSOLE))
                .contains("ohne Störung")
                .doesNotContain("/srv", "something odd", "Letzte Warnungen");
        assertThat(html(Permissions.CONSOLE, Permissions.HEALTH, Permissions.LOG))
                .contains("/srv", "something odd");
    }

    @Test
    void whoMayNotSeeItIsLedToWhatTheyMay() throws IOException {
        Http http = Http.get("/admin").by("something.else");
        try (RecentLogs log = RecentLogs.on(logback)) {
            new OverviewServlet(executor(), null, log.get(), http, http).service(http.request(), http.response());
        }

        assertThat(http.status()).isEqualTo(303);
        assertThat(http.header("Location")).isEqualTo("/admin");
    }

    @Test
    void factsSayVersionTimeAndWhatComponentsAdd() throws IOException {
        assertThat(html(Permissions.CONSOLE))
                .contains("1.2.3", "2 Tage, 3 Std., 4 Min., seit 01.01.2026 12:00:00", "H2 &lt;2.5&gt;", "MiB belegt");
    }

    private String html(String... permissions) throws IOException {
        Http http = Http.get("/admin").by(permissions);
        Clock clock = Clock.fixed(START.plus(Duration.ofDays(2).plusHours(3).plusMinutes(4)), ZoneOffset.UTC);
        PlatformFacts facts = new PlatformFacts("1.2.3", clock, START);
        facts.more = List.of(database());
        try (RecentLogs log = RecentLogs.on(logback)) {
            logback.getLogger("x").warn("something odd");
            new OverviewServlet(executor(), facts, log.get(), http, http).service(http.request(), http.response());
        }
        return http.html();
    }

    private HealthCheckExecutor executor() {
        return (HealthCheckExecutor) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HealthCheckExecutor.class},
                (self, method, arguments) -> results);
    }

    private static ConsoleFact database() {
        return new ConsoleFact() {
            @Override
            public Text label() {
                return Text.same("Datenbank");
            }

            @Override
            public Text value() {
                return Text.same("H2 <2.5>");
            }

            @Override
            public int order() {
                return 0;
            }
        };
    }

    private void add(String name, Result.Status status, String message) {
        ServiceReference<?> reference = (ServiceReference<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (self, method, arguments) -> switch (String.valueOf(arguments == null ? null : arguments[0])) {
                    case "hc.name" -> name;
                    case "service.id" -> 1L;
                    default -> null;
                });
        HealthCheckMetadata metadata = metadata(reference);
        Result result = new Result(status, message);
        results.add((HealthCheckExecutionResult) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HealthCheckExecutionResult.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getHealthCheckMetadata" -> metadata;
                    case "getHealthCheckResult" -> result;
                    default -> null;
                }));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static HealthCheckMetadata metadata(ServiceReference reference) {
        return new HealthCheckMetadata(reference);
    }
}
