package de.kreiswerk.core.web.health;

import de.kreiswerk.core.api.health.Findings;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether the framework itself runs. */
@Component(property = {HealthCheck.NAME + "=framework", HealthCheck.TAGS + "=live", "kreiswerk.title=Grundgerüst"})
public final class LiveCheck implements HealthCheck {

    private final BundleContext context;

    @Activate
    public LiveCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public Result execute() {
        Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        return system.getState() == Bundle.ACTIVE || system.getState() == Bundle.STARTING
                ? Findings.ok("Das Grundgerüst läuft", "The framework runs")
                : Findings.critical("Das Grundgerüst hält an", "The framework is stopping");
    }
}
