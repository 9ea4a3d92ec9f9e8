package de.kreiswerk.core.web.health;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Whether every component of the platform has what it needs, and if not, why. */
@Component(
        property = {
            HealthCheck.NAME + "=components",
            HealthCheck.TAGS + "=ready",
            "kreiswerk.title=Zusammenspiel der Bausteine"
        })
public final class ComponentsCheck implements HealthCheck {

    private static final String OURS = "de.kreiswerk.";

    private final ServiceComponentRuntime runtime;

    @Activate
    public ComponentsCheck(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Result execute() {
        List<Causes.Waiting> waiting = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.bundle.symbolicName.startsWith(OURS) && runtime.isComponentEnabled(component)) {
                waiting(component).ifPresent(waiting::add);
            }
        }
        if (waiting.isEmpty()) {
            return Findings.ok("Alle Teile haben, was sie brauchen", "All components have what they need");
        }
        Text causes = new Causes(waiting).words();
        return Findings.critical("Es fehlt etwas: " + causes.german(), causes.english());
    }

    private Optional<Causes.Waiting> waiting(ComponentDescriptionDTO component) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .filter(configuration -> configuration.state != ComponentConfigurationDTO.ACTIVE
                        && configuration.state != ComponentConfigurationDTO.SATISFIED
                        && !isNotWanted(component, configuration))
                .map(configuration -> new Causes.Waiting(
                        component, failure(configuration), List.of(configuration.unsatisfiedReferences)))
                .findFirst();
    }

    /** What there is one of for each configuration is not missing when nobody made any. */
    private static boolean isNotWanted(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return "require".equals(component.configurationPolicy)
                && configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
    }

    private static String failure(ComponentConfigurationDTO configuration) {
        return configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION
                ? String.valueOf(configuration.failure).lines().findFirst().orElse("")
                : null;
    }
}
