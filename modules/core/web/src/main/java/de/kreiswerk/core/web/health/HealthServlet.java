package de.kreiswerk.core.web.health;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.web.pages.ReadOnlyServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: the platform serves its users. A component that is away
 * makes the platform not ready, never not live: a supervisor must not restart everything for one component. Strangers see
 * names and states of the checks; messages, which may tell of the inside, go to callers with {@code platform.health}.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/health/live",
            "osgi.http.whiteboard.servlet.pattern=/health/ready",
            "kreiswerk.public=true"
        })
public final class HealthServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient HealthCheckExecutor executor;
    private final transient JsonFactory factory = new JsonFactory();

    @Activate
    public HealthServlet(@Reference HealthCheckExecutor executor) {
        this.executor = executor;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = request.getServletPath().endsWith("/ready") ? PlatformChecks.READY : "live";
        List<HealthCheckExecutionResult> results = PlatformChecks.ask(executor, tag, new HealthCheckExecutionOptions());
        boolean ok = results.stream().allMatch(HealthServlet::isOk);
        response.setStatus(ok ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        if (!ok) {
            response.setHeader("Retry-After", "5");
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try (JsonGenerator json = factory.createGenerator(response.getOutputStream())) {
            write(json, ok, results, MessageAccess.allowed(request));
        }
    }

    private static void write(
            JsonGenerator json, boolean ok, List<HealthCheckExecutionResult> results, boolean withMessages)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("status", ok ? "OK" : "CRITICAL");
        json.writeArrayFieldStart("checks");
        for (HealthCheckExecutionResult result : results) {
            json.writeStartObject();
            json.writeStringField("name", result.getHealthCheckMetadata().getName());
            json.writeStringField(
                    "status", result.getHealthCheckResult().getStatus().name());
            if (withMessages) {
                json.writeStringField(
                        "message", Findings.words(result.getHealthCheckResult()).english());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static boolean isOk(HealthCheckExecutionResult result) {
        Result.Status status = result.getHealthCheckResult().getStatus();
        return status == Result.Status.OK || status == Result.Status.WARN;
    }
}
