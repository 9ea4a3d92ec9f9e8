package de.kreiswerk.core.web.health;

import de.kreiswerk.core.api.health.Findings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Whether every component of the platform has what it needs, and if not, what it waits for. */
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
        List<String> waiting = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.bundle.symbolicName.startsWith(OURS) && runtime.isComponentEnabled(component)) {
                reason(component).ifPresent(reason -> waiting.add(component.name + " " + reason));
            }
        }
        return waiting.isEmpty()
                ? Findings.ok("Alle Teile haben, was sie brauchen", "All components have what they need")
                : Findings.critical("Es fehlt etwas: " + String.join("; ", waiting), String.join("; ", waiting));
    }

    private java.util.Optional<String> reason(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(component);
        return configurations.stream()
                .filter(configuration -> configuration.state != ComponentConfigurationDTO.ACTIVE
                        && configuration.state != ComponentConfigurationDTO.SATISFIED
                        && !isNotWanted(component, configuration))
                .map(ComponentsCheck::reason)
                .findFirst();
    }

    /** What there is one of for each configuration is not missing when nobody made any. */
    private static boolean isNotWanted(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return "require".equals(component.configurationPolicy)
                && configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
    }

    private static String reason(ComponentConfigurationDTO configuration) {
        if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            return "failed: "
                    + String.valueOf(configuration.failure).lines().findFirst().orElse("");
        }
        return "waits for "
                + Stream.of(configuration.unsatisfiedReferences)
                        .map((UnsatisfiedReferenceDTO reference) -> reference.name)
                        .collect(Collectors.joining(", "));
    }
}
