package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** What the parts of a component lack that Declarative Services makes. */
final class Parts {

    private Parts() {}

    /** Without a full stop; empty when it lacks nothing. */
    static Optional<Text> lack(ComponentDescriptionDTO part, ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> Optional.of(failed(part, configuration));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> Optional.of(waits(part, configuration));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                "require".equals(part.configurationPolicy)
                        ? Optional.empty()
                        : Optional.of(new Text(
                                part.name + " wartet auf seine Konfiguration",
                                part.name + " waits for its configuration"));
            default -> Optional.empty();
        };
    }

    private static Text failed(ComponentDescriptionDTO part, ComponentConfigurationDTO configuration) {
        String cause = rootCause(String.valueOf(configuration.failure));
        return new Text(part.name + " startet nicht: " + cause, part.name + " does not start: " + cause);
    }

    private static Text waits(ComponentDescriptionDTO part, ComponentConfigurationDTO configuration) {
        String services = Stream.of(configuration.unsatisfiedReferences)
                .map(reference -> interfaceOf(part, reference))
                .collect(Collectors.joining(", "));
        return new Text(part.name + " wartet auf " + services, part.name + " waits for " + services);
    }

    private static String interfaceOf(ComponentDescriptionDTO part, UnsatisfiedReferenceDTO unsatisfied) {
        return Stream.of(part.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(reference ->
                        reference.interfaceName + (unsatisfied.target == null ? "" : " " + unsatisfied.target))
                .findFirst()
                .orElse(unsatisfied.name);
    }

    /** The failure is a printed stack trace; its last cause says what is wrong. */
    private static String rootCause(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .orElseGet(() -> trace.lines().findFirst().orElse(""))
                .replaceFirst("^Caused by: ", "");
    }
}
