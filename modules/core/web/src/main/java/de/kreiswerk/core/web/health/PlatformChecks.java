package de.kreiswerk.core.web.health;

import de.kreiswerk.core.web.framework.DepartmentBundles;
import java.util.List;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.framework.Bundle;

/**
 * What the platform says of itself. Which tags a component's checks have is its own business; that it is not well must not take the
 * platform from its users.
 */
public final class PlatformChecks {

    private PlatformChecks() {}

    /**
     * Asks the platform's own checks.
     *
     * @param executor asks them
     * @param tag which ones
     * @param options how
     * @return what those said that are still there
     */
    public static List<HealthCheckExecutionResult> ask(
            HealthCheckExecutor executor, String tag, HealthCheckExecutionOptions options) {
        return executor.execute(HealthCheckSelector.tags(tag), options).stream()
                .filter(PlatformChecks::isPlatforms)
                .toList();
    }

    private static boolean isPlatforms(HealthCheckExecutionResult result) {
        Bundle bundle = result.getHealthCheckMetadata().getServiceReference().getBundle();
        return bundle != null && !DepartmentBundles.isOne(bundle);
    }
}
