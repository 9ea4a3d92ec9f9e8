package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.chain.Endpoint.Access;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

class EndpointsTest {

    private final Whiteboard whiteboard = new Whiteboard();

    @Test
    void whatNobodyClaimedIsUnknown() throws InvalidSyntaxException {
        whiteboard.publicServlet("/vorlagen/*");

        assertThat(endpoints().find("/nichts")).isNull();
    }

    @Test
    void whatIsThereWhenThePlatformStartsIsServed() throws InvalidSyntaxException {
        whiteboard.publicServlet("/vorlagen/*");

        assertThat(endpoints().find("/vorlagen/2026-127").served()).isTrue();
    }

    @Test
    void whatComesLaterIsServed() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        whiteboard.publicServlet("/vorlagen/*");

        assertThat(endpoints.find("/vorlagen/2026-127").served()).isTrue();
    }

    @Test
    void whatLeftIsRememberedAsAway() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        ServiceReference<?> servlet = whiteboard.publicServlet("/vorlagen/*");
        whiteboard.unregister(servlet);

        assertThat(endpoints.find("/vorlagen/2026-127").served()).isFalse();

        whiteboard.publicServlet("/vorlagen/*");
        assertThat(endpoints.find("/vorlagen/2026-127").served()).isTrue();
    }

    @Test
    void anApplicationIsServedOnceTheWhiteboardHasOpenedItsContext() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        whiteboard.application("/api/proposals/v1");
        assertThat(endpoints.find("/api/proposals/v1/papers").served()).isFalse();

        ServiceReference<?> context = whiteboard.openContext("/api/proposals/v1");
        assertThat(endpoints.find("/api/proposals/v1/papers").served()).isTrue();

        whiteboard.unregister(context);
        assertThat(endpoints.find("/api/proposals/v1/papers").served()).isFalse();
    }

    @Test
    void theNarrowestClaimCounts() throws InvalidSyntaxException {
        whiteboard.publicServlet("/*");
        whiteboard.servletFor("platform.admin", "/console/*");
        whiteboard.publicServlet("/console/login/*");
        Endpoints endpoints = endpoints();

        assertThat(endpoints.find("/console/users").endpoint().access()).isEqualTo(Access.PERMISSION);
        assertThat(endpoints.find("/console/login/form").endpoint().access()).isEqualTo(Access.PUBLIC);
        assertThat(endpoints.find("/consoles").endpoint().access()).isEqualTo(Access.PUBLIC);
    }

    @RepeatedTest(20)
    void aClaimOnExactlyThisAddressComesBeforeOneOnEverythingBelow() throws InvalidSyntaxException {
        whiteboard.servletFor("platform.admin", "/console/*");
        whiteboard.publicServlet("/console");
        Endpoints endpoints = endpoints();

        assertThat(endpoints.find("/console").endpoint().access()).isEqualTo(Access.PUBLIC);
        assertThat(endpoints.find("/console/users").endpoint().access()).isEqualTo(Access.PERMISSION);
    }

    @Test
    void aServletWithSeveralPatternsClaimsThemAll() throws InvalidSyntaxException {
        whiteboard.register(Map.of(
                "osgi.http.whiteboard.servlet.pattern",
                new String[] {"/health/live", "/health/ready"},
                "kreiswerk.public",
                "true"));
        Endpoints endpoints = endpoints();

        assertThat(endpoints.find("/health/live").served()).isTrue();
        assertThat(endpoints.find("/health/ready").served()).isTrue();
        assertThat(endpoints.find("/health")).isNull();
    }

    @Test
    void theDefaultApplicationOfTheJaxRsWhiteboardClaimsNothing() throws InvalidSyntaxException {
        whiteboard.uncheckedApplication("/");

        assertThat(endpoints().find("/anything")).isNull();
    }

    @Test
    void anApplicationWithoutThePlatformsChecksIsForNobody() throws InvalidSyntaxException {
        whiteboard.uncheckedApplication("/api/careless");

        assertThat(endpoints().find("/api/careless/x").endpoint().access()).isEqualTo(Access.NOBODY);
    }

    @Test
    void afterTheStopNobodyListens() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        assertThat(whiteboard.listeners()).isNotEmpty();

        endpoints.close();

        assertThat(whiteboard.listeners()).isEmpty();
    }

    private Endpoints endpoints() throws InvalidSyntaxException {
        return new Endpoints(whiteboard.context());
    }
}
