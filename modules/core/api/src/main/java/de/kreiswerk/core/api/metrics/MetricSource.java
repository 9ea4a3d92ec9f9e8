package de.kreiswerk.core.api.metrics;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A component that contributes figures while the service is there. */
@ConsumerType
public interface MetricSource {

    /**
     * Service property, {@code true} for a source that has to ask the database or somebody else. Such a source is asked in
     * the background every 15 seconds instead of by whoever reads the metrics.
     */
    String BACKGROUND = "kreiswerk.metrics.background";

    /**
     * The figures as they are now. Asked for whenever somebody reads the metrics, so it must be quick, unless the source is
     * one of the {@linkplain #BACKGROUND background}; what it throws costs its own figures only.
     *
     * @return families of figures, free of personal data and secrets
     */
    List<Metric> metrics();
}
