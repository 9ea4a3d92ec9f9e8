package de.kreiswerk.core.web.health;

import de.kreiswerk.core.api.health.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

/**
 * Whether every component of the platform has what it needs. If not, the causes are named: where one service is away, all that build on it
 * wait, and none of them is what somebody has to look after.
 */
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
        List<Waiting> waiting = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.bundle.symbolicName.startsWith(OURS) && runtime.isComponentEnabled(component)) {
                waiting(component).ifPresent(waiting::add);
            }
        }
        if (waiting.isEmpty()) {
            return Findings.ok("Alle Teile haben, was sie brauchen", "All components have what they need");
        }
        List<Waiting> causes = causes(waiting);
        int others = waiting.size() - causes.size();
        return Findings.critical(
                "Es fehlt etwas: " + said(causes, Waiting::german)
                        + (others == 0 ? "" : "; " + others + " weitere Teile warten darauf"),
                said(causes, Waiting::english) + (others == 0 ? "" : "; " + others + " more components wait for that"));
    }

    /** One that cannot work. */
    private record Waiting(ComponentDescriptionDTO component, String failure, List<UnsatisfiedReferenceDTO> missing) {

        String german() {
            return component.name + (failure == null ? " wartet auf " + names() : " ist ausgefallen: " + failure);
        }

        String english() {
            return component.name + (failure == null ? " waits for " + names() : " failed: " + failure);
        }

        /** What others would bring if they did not wait themselves is not what is wrong. */
        boolean waitsOnlyFor(Set<String> services) {
            return failure == null
                    && !missing.isEmpty()
                    && missing.stream().allMatch(reference -> services.contains(service(reference)));
        }

        private String names() {
            return missing.stream()
                    .map(reference -> service(reference) + (reference.target == null ? "" : " " + reference.target))
                    .collect(Collectors.joining(", "));
        }

        private String service(UnsatisfiedReferenceDTO unsatisfied) {
            return Stream.of(component.references)
                    .filter(reference -> reference.name.equals(unsatisfied.name))
                    .map(reference -> reference.interfaceName)
                    .findFirst()
                    .orElse(unsatisfied.name);
        }
    }

    /** Those that wait for each other only are all of them causes. */
    private static List<Waiting> causes(List<Waiting> waiting) {
        Set<String> missedFromThem = waiting.stream()
                .flatMap(each -> Stream.of(each.component().serviceInterfaces))
                .collect(Collectors.toSet());
        List<Waiting> causes = waiting.stream()
                .filter(each -> !each.waitsOnlyFor(missedFromThem))
                .toList();
        return causes.isEmpty() ? waiting : causes;
    }

    private static String said(List<Waiting> waiting, Function<Waiting, String> words) {
        return waiting.stream().map(words).collect(Collectors.joining("; "));
    }

    private Optional<Waiting> waiting(ComponentDescriptionDTO component) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .filter(configuration -> configuration.state != ComponentConfigurationDTO.ACTIVE
                        && configuration.state != ComponentConfigurationDTO.SATISFIED
                        && !isNotWanted(component, configuration))
                .map(configuration ->
                        new Waiting(component, failure(configuration), List.of(configuration.unsatisfiedReferences)))
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
