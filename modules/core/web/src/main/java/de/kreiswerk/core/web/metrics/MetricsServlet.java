package de.kreiswerk.core.web.metrics;

import de.kreiswerk.core.api.metrics.Metric;
import de.kreiswerk.core.api.metrics.MetricSource;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.pages.ReadOnlyServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /metrics}: the figures of all components. One that cannot tell its own costs nobody else's. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + MetricsPermissions.METRICS)
@HttpWhiteboardServletPattern("/metrics")
public class MetricsServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MetricsServlet.class);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(" + MetricSource.BACKGROUND + "=true))")
    transient volatile List<MetricSource> sources = List.of();

    private final transient BackgroundMetrics background;

    /**
     * Tells.
     *
     * @param background the figures of those who would keep a reader waiting
     */
    @Activate
    public MetricsServlet(@Reference BackgroundMetrics background) {
        this.background = background;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MetricsText text = new MetricsText();
        background.metrics().forEach(text::add);
        int silent = background.silent();
        for (MetricSource source : sources) {
            try {
                source.metrics().forEach(text::add);
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("{} cannot tell its figures", source.getClass().getName(), e);
                silent++;
            }
        }
        text.add(Metric.gauge("kreiswerk_metric_sources_silent", "Components that could not tell theirs.", silent));
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(MetricsText.TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
