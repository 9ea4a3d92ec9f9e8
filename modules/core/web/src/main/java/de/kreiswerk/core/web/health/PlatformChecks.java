package de.kreiswerk.core.web.health;

import de.kreiswerk.core.web.framework.DepartmentBundles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What the platform says of itself. Which tags a component's checks have is its own business; that it is not well must not take the
 * platform from its users.
 */
public final class PlatformChecks {

    /** The tag of checks that say whether the platform serves its users. */
    public static final String READY = "ready";

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
                .filter(result -> isPlatforms(reference(result)))
                .toList();
    }

    /**
     * Whether all of them had been there when they were asked.
     *
     * @param context sees all checks
     * @param tag which ones
     * @param results what those said that were asked
     * @return false when there is one of the platform that was not
     */
    public static boolean wereAllAsked(BundleContext context, String tag, List<HealthCheckExecutionResult> results) {
        Set<ServiceReference<?>> asked =
                results.stream().map(PlatformChecks::reference).collect(Collectors.toSet());
        try {
            return context.getServiceReferences(HealthCheck.class, "(" + HealthCheck.TAGS + "=" + tag + ")").stream()
                    .filter(PlatformChecks::isPlatforms)
                    .allMatch(asked::contains);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(tag, e);
        }
    }

    private static ServiceReference<?> reference(HealthCheckExecutionResult result) {
        return result.getHealthCheckMetadata().getServiceReference();
    }

    private static boolean isPlatforms(ServiceReference<?> check) {
        Bundle bundle = check.getBundle();
        return bundle != null && !DepartmentBundles.isOne(bundle);
    }
}
