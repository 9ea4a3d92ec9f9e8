package de.kreiswerk.core.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.web.chain.Exchange;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
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
        Result result = check(Map.of(
                needing(component("de.kreiswerk.proposals.service"), "trail", "de.kreiswerk.core.api.audit.AuditTrail"),
                waitingFor("trail", "(node=1)")));

        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(Findings.words(result))
                .isEqualTo(new Text(
                        "Es fehlt etwas: de.kreiswerk.proposals.service.Component wartet auf"
                                + " de.kreiswerk.core.api.audit.AuditTrail (node=1)",
                        "de.kreiswerk.proposals.service.Component waits for"
                                + " de.kreiswerk.core.api.audit.AuditTrail (node=1)"));
    }

    @Test
    void whatWaitsForOneThatWaitsIsOnlyCounted() {
        ComponentDescriptionDTO cause =
                needing(component("de.kreiswerk.proposals.service"), "schema", "de.kreiswerk.Schema");
        cause.serviceInterfaces = new String[] {"de.kreiswerk.Papers"};
        Result result = check(Map.of(
                cause,
                waitingFor("schema", null),
                needing(component("de.kreiswerk.proposals.web"), "papers", "de.kreiswerk.Papers"),
                waitingFor("papers", null),
                needing(component("de.kreiswerk.proposals.rest"), "papers", "de.kreiswerk.Papers"),
                waitingFor("papers", null)));

        assertThat(Findings.words(result).english())
                .isEqualTo("de.kreiswerk.proposals.service.Component waits for de.kreiswerk.Schema;"
                        + " 2 more components wait for that");
        assertThat(Findings.words(result).german()).endsWith("; 2 weitere Teile warten darauf");
    }

    @Test
    void thoseThatWaitForEachOtherAreAllNamed() {
        ComponentDescriptionDTO one = needing(component("de.kreiswerk.one"), "other", "Two");
        one.serviceInterfaces = new String[] {"One"};
        ComponentDescriptionDTO other = needing(component("de.kreiswerk.two"), "other", "One");
        other.serviceInterfaces = new String[] {"Two"};

        Result result = check(Map.of(one, waitingFor("other", null), other, waitingFor("other", null)));

        assertThat(Findings.words(result).english())
                .contains("de.kreiswerk.one.Component waits for Two", "de.kreiswerk.two.Component waits for One")
                .doesNotContain("more");
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
        component.references = new ReferenceDTO[0];
        component.serviceInterfaces = new String[0];
        return component;
    }

    private static ComponentDescriptionDTO needing(ComponentDescriptionDTO component, String name, String service) {
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = name;
        reference.interfaceName = service;
        component.references = new ReferenceDTO[] {reference};
        return component;
    }

    private static ComponentConfigurationDTO waitingFor(String name, String target) {
        ComponentConfigurationDTO waiting = configuration(ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = name;
        missing.target = target;
        waiting.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
        return waiting;
    }

    private static ComponentConfigurationDTO configuration(int state) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        configuration.failure = "failed";
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        return configuration;
    }
}
