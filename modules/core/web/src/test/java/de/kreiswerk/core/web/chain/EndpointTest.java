package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.chain.Endpoint.Access;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    private static final String OWNER = "de.kreis.a";

    @ParameterizedTest
    @CsvSource({
        "/vorlagen, /vorlagen, true",
        "/vorlagen, /vorlagen/, false",
        "/vorlagen, /vorlagen/2026-127, false",
        "/vorlagen, /vorlagenx, false",
        "/vorlagen/*, /vorlagen, true",
        "/vorlagen/*, /vorlagen/, true",
        "/vorlagen/*, /vorlagen/2026-127, true",
        "/vorlagen/*, /vorlagen-alt, false",
        "/vorlagen/*, /VORLAGEN, false",
        "'', /, true",
        "'', /vorlagen, false",
        "/, /, true",
        "/*, /anything/below, true",
        "*.css, /style.css, false"
    })
    void aServletCoversWhatItsPatternClaims(String pattern, String path, boolean covered) {
        assertThat(covers(Endpoint.ofServlet(pattern, Map.of(), OWNER), path)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/proposals/v1, /api/proposals/v1, true",
        "/api/proposals/v1, /api/proposals/v1/papers, true",
        "/api/proposals/v1, /api/proposals/v10, false",
        "api/proposals/v1, /api/proposals/v1/papers, true",
        "/api/proposals/v1/, /api/proposals/v1/papers, true"
    })
    void anApplicationCoversEverythingBelowItsBase(String base, String path, boolean covered) {
        assertThat(covers(Endpoint.ofApplication(base, true, OWNER), path)).isEqualTo(covered);
    }

    @Test
    void whoMayComeInIsWhatTheComponentStates() {
        assertThat(Endpoint.ofServlet("/a", Map.of(WebConstants.PUBLIC, "true"), OWNER)
                        .access())
                .isEqualTo(Access.PUBLIC);
        assertThat(Endpoint.ofServlet("/a", Map.of(WebConstants.PUBLIC, true), OWNER)
                        .access())
                .isEqualTo(Access.PUBLIC);
        assertThat(Endpoint.ofServlet("/a", Map.of(WebConstants.PERMISSION, "platform.admin"), OWNER))
                .isEqualTo(new Endpoint("/a", false, Access.PERMISSION, "platform.admin", false, false, OWNER));
        assertThat(Endpoint.ofServlet("/a", Map.of(), OWNER).access()).isEqualTo(Access.NOBODY);
        assertThat(Endpoint.ofServlet("/a", Map.of(WebConstants.PUBLIC, "no"), OWNER)
                        .access())
                .isEqualTo(Access.NOBODY);
        assertThat(Endpoint.ofApplication("/api", true, OWNER).access()).isEqualTo(Access.BY_OPERATION);
        assertThat(Endpoint.ofApplication("/api", false, OWNER).access()).isEqualTo(Access.NOBODY);
    }

    @Test
    void onlyWhatIsForEveryoneIsKept() {
        assertThat(Endpoint.ofServlet("/a", Map.of(WebConstants.PUBLIC, true, WebConstants.CACHED, true), OWNER)
                        .cached())
                .isTrue();
        assertThat(Endpoint.ofServlet("/a", Map.of(WebConstants.PERMISSION, "x", WebConstants.CACHED, true), OWNER)
                        .cached())
                .isFalse();
    }

    private static boolean covers(Endpoint endpoint, String path) {
        EndpointIndex index = new EndpointIndex();
        index.add(endpoint);
        return index.find(path) == endpoint;
    }
}
