package de.kreiswerk.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.core.FeatureContext;
import javax.ws.rs.core.MediaType;
import org.junit.jupiter.api.Test;

class RestBasicsTest {

    record Meeting(String name, Instant start, LocalDate day, List<String> papers) {}

    @Test
    void anApplicationGetsAllOfItInOneExtension() {
        assertThat(registered())
                .hasAtLeastOneElementOfType(JacksonJsonProvider.class)
                .hasAtLeastOneElementOfType(PermissionFilter.class)
                .hasAtLeastOneElementOfType(JsonLimit.class)
                .hasAtLeastOneElementOfType(ProblemExceptions.class)
                .hasAtLeastOneElementOfType(WebExceptions.class)
                .hasAtLeastOneElementOfType(OtherExceptions.class);
    }

    @Test
    void timesAreIsoAndWhatIsNotThereIsAbsent() throws Exception {
        Meeting meeting =
                new Meeting(null, Instant.parse("2026-06-10T14:00:00Z"), LocalDate.of(2026, 6, 10), List.of());

        assertThat(mapper().writeValueAsString(meeting))
                .isEqualTo("{\"start\":\"2026-06-10T14:00:00Z\",\"day\":\"2026-06-10\",\"papers\":[]}");
    }

    @Test
    void aMemberThatNobodyKnowsIsAnErrorNotASilentLoss() {
        assertThatThrownBy(() -> mapper().readValue("{\"nmae\":\"typo\"}", Meeting.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void nestingThatNothingHereNeedsIsRefused() {
        String nested = "[".repeat(100) + "]".repeat(100);

        assertThatThrownBy(() -> mapper().readTree(nested)).isInstanceOf(StreamConstraintsException.class);
    }

    private static ObjectMapper mapper() {
        return registered().stream()
                .filter(JacksonJsonProvider.class::isInstance)
                .map(JacksonJsonProvider.class::cast)
                .findFirst()
                .orElseThrow()
                .locateMapper(Meeting.class, MediaType.APPLICATION_JSON_TYPE);
    }

    private static List<Object> registered() {
        List<Object> components = new ArrayList<>();
        new RestBasics(FakeRequest.details()).configure(FakeRequest.proxy(FeatureContext.class, (method, arguments) -> {
            components.add(arguments[0]);
            return null;
        }));
        return components;
    }
}
