package de.kreiswerk.core.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.chain.Exchange;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class ComponentsCheckTest {

    @Test
    void allIsWellWhenEveryComponentHasWhatItNeeds() {
        assertThat(check(Map.of(
                                component("de.kreiswerk.a"), configuration(ComponentConfigurationDTO.ACTIVE),
                                component("de.kreiswerk.b"), configuration(ComponentConfigurationDTO.SATISFIED)))
                        .getStatus())
                .isEqualTo(Result.Status.OK);
    }

    @Test
    void aComponentThatWaitsIsNamedWithWhatItWaitsFor() {
        ComponentConfigurationDTO waiting = configuration(ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        UnsatisfiedReferenceDTO trail = new UnsatisfiedReferenceDTO();
        trail.name = "AuditTrail";
        waiting.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {trail};

        Result result = check(Map.of(component("de.kreiswerk.proposals.service"), waiting));

        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(result.toString()).contains("de.kreiswerk.proposals.service", "waits for AuditTrail");
    }

    @Test
    void aComponentThatFailedIsNamed() {
        ComponentConfigurationDTO failed = configuration(ComponentConfigurationDTO.FAILED_ACTIVATION);
        failed.failure = "java.lang.IllegalStateException: no key\n\tat de.kreiswerk.X.start(X.java:1)";

        Result result = check(Map.of(component("de.kreiswerk.audit.log"), failed));

        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(result.toString())
                .contains("de.kreiswerk.audit.log", "no key")
                .doesNotContain("X.java");
    }

    @Test
    void whatThereIsOnlyWhenItIsSetUpIsNotMissedWhenNobodySetUpAny() {
        ComponentDescriptionDTO optional = component("de.kreiswerk.identity.oidc");
        optional.configurationPolicy = "require";
        ComponentConfigurationDTO none = configuration(ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);

        assertThat(check(Map.of(optional, none)).getStatus()).isEqualTo(Result.Status.OK);
        ComponentConfigurationDTO waiting = configuration(ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        assertThat(check(Map.of(optional, waiting)).getStatus()).isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void componentsOfOthersAreTheirOwnAffair() {
        assertThat(check(Map.of(
                                component("org.apache.felix.webconsole"),
                                configuration(ComponentConfigurationDTO.FAILED_ACTIVATION)))
                        .getStatus())
                .isEqualTo(Result.Status.OK);
    }

    private static Result check(Map<ComponentDescriptionDTO, ComponentConfigurationDTO> components) {
        return new ComponentsCheck(Exchange.proxy(
                        ServiceComponentRuntime.class, (method, arguments) -> switch (method) {
                            case "getComponentDescriptionDTOs" -> List.copyOf(components.keySet());
                            case "getComponentConfigurationDTOs" -> List.of(components.get(arguments[0]));
                            case "isComponentEnabled" -> true;
                            default -> throw new UnsupportedOperationException(method);
                        }))
                .execute();
    }

    private static ComponentDescriptionDTO component(String name) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = name + ".Component";
        component.bundle = new BundleDTO();
        component.bundle.symbolicName = name;
        return component;
    }

    private static ComponentConfigurationDTO configuration(int state) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        configuration.failure = "failed";
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        return configuration;
    }
}
