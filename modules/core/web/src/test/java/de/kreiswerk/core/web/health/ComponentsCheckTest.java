package de.kreiswerk.core.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.web.chain.Exchange;
import java.util.LinkedHashMap;
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
    void aServiceThatIsMissingIsNamedWithWhoWaitsForIt() {
        Result result = check(Map.of(
                needing(component("de.kreiswerk.proposals.service"), "trail", "de.kreiswerk.core.api.audit.AuditTrail"),
                waitingFor("trail", "(node=1)")));

        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(Findings.words(result))
                .isEqualTo(new Text(
                        "Es fehlt etwas: de.kreiswerk.core.api.audit.AuditTrail (node=1) fehlt:"
                                + " de.kreiswerk.proposals.service.Component wartet darauf",
                        "de.kreiswerk.core.api.audit.AuditTrail (node=1) is missing:"
                                + " de.kreiswerk.proposals.service.Component waits for it"));
    }

    @Test
    void aServiceThatManyLackIsNamedOnce() {
        Map<ComponentDescriptionDTO, ComponentConfigurationDTO> components = new LinkedHashMap<>();
        for (String name : List.of("de.kreiswerk.a", "de.kreiswerk.b", "de.kreiswerk.c")) {
            components.put(needing(component(name), "schema", "Schema"), waitingFor("schema", null));
        }

        assertThat(Findings.words(check(components)))
                .isEqualTo(new Text(
                        "Es fehlt etwas: Schema fehlt: de.kreiswerk.a.Component und 2 weitere Teile warten darauf",
                        "Schema is missing: de.kreiswerk.a.Component and 2 more wait for it"));
        components.remove(components.keySet().iterator().next());
        assertThat(Findings.words(check(components)))
                .isEqualTo(new Text(
                        "Es fehlt etwas: Schema fehlt: de.kreiswerk.b.Component und ein weiterer Teil warten darauf",
                        "Schema is missing: de.kreiswerk.b.Component and 1 more wait for it"));
    }

    @Test
    void whatBuildsOnOneThatWaitsIsOnlyCounted() {
        Map<ComponentDescriptionDTO, ComponentConfigurationDTO> components = new LinkedHashMap<>();
        components.put(
                offering(needing(component("de.kreiswerk.service"), "schema", "Schema"), "Papers"),
                waitingFor("schema", null));
        components.put(
                offering(needing(component("de.kreiswerk.web"), "papers", "Papers"), "Pages"),
                waitingFor("papers", null));

        assertThat(Findings.words(check(components)))
                .isEqualTo(new Text(
                        "Es fehlt etwas: Schema fehlt: de.kreiswerk.service.Component wartet darauf;"
                                + " darauf baut ein weiterer Teil auf",
                        "Schema is missing: de.kreiswerk.service.Component waits for it;"
                                + " 1 more component builds on that"));
        components.put(needing(component("de.kreiswerk.start"), "pages", "Pages"), waitingFor("pages", null));
        assertThat(Findings.words(check(components)).german()).endsWith("; darauf bauen 2 weitere Teile auf");
    }

    @Test
    void thoseThatWaitForEachOtherAreNamedBesideWhatElseIsMissing() {
        Map<ComponentDescriptionDTO, ComponentConfigurationDTO> components = new LinkedHashMap<>();
        components.put(
                offering(needing(component("de.kreiswerk.one"), "other", "Two"), "One"), waitingFor("other", null));
        components.put(
                offering(needing(component("de.kreiswerk.two"), "other", "One"), "Two"), waitingFor("other", null));
        components.put(needing(component("de.kreiswerk.three"), "schema", "Schema"), waitingFor("schema", null));

        assertThat(Findings.words(check(components)).english())
                .isEqualTo("Schema is missing: de.kreiswerk.three.Component waits for it;"
                        + " de.kreiswerk.one.Component waits for Two; de.kreiswerk.two.Component waits for One");
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

    private static ComponentDescriptionDTO offering(ComponentDescriptionDTO component, String service) {
        component.serviceInterfaces = new String[] {service};
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
