package de.kreiswerk.core.api.metrics;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A component that contributes figures while the service is there. */
@ConsumerType
public interface MetricSource {

    /**
     * The figures as they are now. Asked for whenever somebody reads the metrics, so it must be quick; what it throws costs
     * its own figures only.
     *
     * @return families of figures, free of personal data and secrets
     */
    List<Metric> metrics();
}
