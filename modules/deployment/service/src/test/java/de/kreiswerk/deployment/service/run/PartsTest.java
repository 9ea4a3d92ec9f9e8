package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class PartsTest {

    private final ComponentDescriptionDTO part = new ComponentDescriptionDTO();
    private final ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();

    PartsTest() {
        part.name = "de.x.Fees";
        part.references = new ReferenceDTO[] {new ReferenceDTO()};
        part.references[0].name = "store";
        part.references[0].interfaceName = "de.x.Store";
    }

    @Test
    void whatFailedSaysItsLastCauseInBothLanguages() {
        configuration.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        configuration.failure = "a.B: outside\n\tat c\nCaused by: d.E: inside\n\tat f\n";

        assertThat(Parts.lack(part, configuration))
                .contains(new Text("de.x.Fees startet nicht: d.E: inside", "de.x.Fees does not start: d.E: inside"));
    }

    @Test
    void whatWaitsNamesTheServicesInBothLanguages() {
        configuration.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        UnsatisfiedReferenceDTO known = new UnsatisfiedReferenceDTO();
        known.name = "store";
        known.target = "(a=b)";
        UnsatisfiedReferenceDTO unknown = new UnsatisfiedReferenceDTO();
        unknown.name = "other";
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {known, unknown};

        assertThat(Parts.lack(part, configuration))
                .contains(new Text(
                        "de.x.Fees wartet auf de.x.Store (a=b), other", "de.x.Fees waits for de.x.Store (a=b), other"));
    }

    @Test
    void whatIsOptionalOrRunsLacksNothing() {
        configuration.state = ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
        part.configurationPolicy = "require";
        assertThat(Parts.lack(part, configuration)).isEmpty();
        part.configurationPolicy = "optional";
        assertThat(Parts.lack(part, configuration).orElseThrow().german())
                .isEqualTo("de.x.Fees wartet auf seine Konfiguration");
        configuration.state = ComponentConfigurationDTO.ACTIVE;
        assertThat(Parts.lack(part, configuration)).isEmpty();
    }
}
