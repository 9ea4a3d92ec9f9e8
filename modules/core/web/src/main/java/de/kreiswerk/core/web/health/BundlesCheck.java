package de.kreiswerk.core.web.health;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.web.framework.DepartmentBundles;
import java.util.Arrays;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether every installed bundle runs. */
@Component(
        property = {HealthCheck.NAME + "=bundles", HealthCheck.TAGS + "=ready", "kreiswerk.title=Installierte Bausteine"
        })
public final class BundlesCheck implements HealthCheck {

    private final BundleContext context;

    @Activate
    public BundlesCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public Result execute() {
        List<String> notRunning = notRunning(context);
        return notRunning.isEmpty()
                ? Findings.ok("Alle Bausteine laufen", "All bundles run")
                : Findings.critical(
                        "Es laufen nicht: " + String.join(", ", notRunning),
                        "Not running: " + String.join(", ", notRunning));
    }

    /**
     * The bundles of the platform that do not run. It is ready without departments' components.
     *
     * @param context sees all bundles
     * @return their symbolic names
     */
    public static List<String> notRunning(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .filter(bundle -> !DepartmentBundles.isOne(bundle))
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null && !isLazy(bundle))
                .map(Bundle::getSymbolicName)
                .toList();
    }

    private static boolean isLazy(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING
                && bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }
}
