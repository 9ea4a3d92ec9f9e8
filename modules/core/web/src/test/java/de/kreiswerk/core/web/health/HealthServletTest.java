package de.kreiswerk.core.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.chain.Exchange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

class HealthServletTest {

    private final List<HealthCheckExecutionResult> results = new ArrayList<>();
    private final List<String> tagsAsked = new ArrayList<>();

    @Test
    void aPlatformOfWhichAllChecksAreWellIsWell() throws IOException {
        add("database", Result.Status.OK, "jdbc:h2:file:/srv");
        add("demo", Result.Status.WARN, "no demo");

        Exchange exchange = get("/health/ready");

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.text())
                .isEqualTo("{\"status\":\"OK\",\"checks\":[{\"name\":\"database\",\"status\":\"OK\"},"
                        + "{\"name\":\"demo\",\"status\":\"WARN\"}]}");
        assertThat(exchange.header("Content-Type")).isEqualTo("application/json");
        assertThat(exchange.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL", "HEALTH_CHECK_ERROR", "TEMPORARILY_UNAVAILABLE"})
    void oneCheckThatIsNotWellMakesIt503(Result.Status status) throws IOException {
        add("database", Result.Status.OK, "fine");
        add("sequencer", status, "waits");

        Exchange exchange = get("/health/ready");

        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.header("Retry-After")).isEqualTo("5");
        assertThat(exchange.text()).contains("\"status\":\"CRITICAL\"", "\"name\":\"sequencer\"");
    }

    @Test
    void aDepartmentsComponentSpeaksForItselfOnly() throws IOException {
        add("database", Result.Status.OK, "fine");
        add("dogs", Result.Status.CRITICAL, "no dogs", "component:de.kreis.hund:abc:0");
        add("gone", Result.Status.CRITICAL, "its bundle is stopped", null);

        Exchange exchange = get("/health/ready");

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.text()).contains("database").doesNotContain("dogs", "gone");
    }

    @Test
    void liveAndReadyAskDifferentChecks() throws IOException {
        get("/health/live");
        get("/health/ready");

        assertThat(tagsAsked).containsExactly("live", "ready");
    }

    @Test
    void strangersDoNotReadWhatTellsOfTheInside() throws IOException {
        add("database", Result.Status.CRITICAL, "db.intern:5432 cannot be reached");

        assertThat(get("/health/ready").text()).doesNotContain("db.intern", "message");
        assertThat(get("/health/ready", new Grant("proposals.read", "*")).text())
                .doesNotContain("db.intern");
    }

    @Test
    void whoHasThePermissionReadsTheMessages() throws IOException {
        add("database", Result.Status.CRITICAL, "db.intern:5432 \"cannot\" be reached");

        assertThat(get("/health/ready", new Grant("platform.health", "*")).text())
                .contains("\"message\":\"db.intern:5432 \\\"cannot\\\" be reached\"");
    }

    private Exchange get(String path, Grant... grants) throws IOException {
        Exchange exchange = Exchange.get(path);
        if (grants.length > 0) {
            exchange.withAttribute(
                    WebConstants.CALLER,
                    new Caller("subject", "Name", Set.of(grants), "test", Instant.EPOCH, "request"));
        }
        new HealthServlet(executor()).answer(exchange.request(), exchange.response());
        return exchange;
    }

    private HealthCheckExecutor executor() {
        return Exchange.proxy(HealthCheckExecutor.class, (method, arguments) -> {
            tagsAsked.addAll(List.of(((HealthCheckSelector) arguments[0]).tags()));
            return results;
        });
    }

    private void add(String name, Result.Status status, String message) {
        add(name, status, message, "reference:file:core.jar");
    }

    private void add(String name, Result.Status status, String message, String location) {
        Bundle bundle = location == null ? null : Exchange.proxy(Bundle.class, (method, arguments) -> location);
        Map<String, Object> properties = Map.of(HealthCheck.NAME, name, "service.id", 1L);
        ServiceReference<?> reference = Exchange.proxy(ServiceReference.class, (method, arguments) -> switch (method) {
            case "getBundle" -> bundle;
            case "getProperty" -> properties.get((String) arguments[0]);
            default -> null;
        });
        HealthCheckMetadata metadata = new HealthCheckMetadata(reference);
        results.add(Exchange.proxy(HealthCheckExecutionResult.class, (method, arguments) -> switch (method) {
            case "getHealthCheckResult" -> new Result(status, message);
            case "getHealthCheckMetadata" -> metadata;
            default -> throw new UnsupportedOperationException(method);
        }));
    }
}
