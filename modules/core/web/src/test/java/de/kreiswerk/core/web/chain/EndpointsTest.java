package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.chain.Endpoint.Access;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void whatIsGoneBeforeAnybodyLooksClaimsNothingForEver() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        whiteboard.gone = true;
        whiteboard.unregister(whiteboard.publicServlet("/vorlagen/*"));

        assertThat(endpoints.find("/vorlagen/2026-127")).isNull();
    }

    @Test
    void whatIsGivenUpForGoodIsUnknownAgain() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        whiteboard.unregister(whiteboard.publicServlet("/ordnung/hund"));
        whiteboard.publicServlet("/ordnung/katze");
        assertThat(endpoints.addresses(Set.of(Whiteboard.OWNER))).containsExactly("/ordnung/katze");

        endpoints.forget(Set.of(Whiteboard.OWNER));

        assertThat(endpoints.find("/ordnung/hund")).isNull();
        assertThat(endpoints.find("/ordnung/katze").served()).isTrue();
    }

    /** Else it were the whiteboard's requests that would be held while the component is switched. */
    @Test
    void anApplicationIsItsBundlesAndNotTheWhiteboardsThatOpensIt() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        whiteboard.application("/api/ordnung/v1");
        whiteboard.registerOf(
                "bundles/aries.jar",
                "aries",
                Map.of(
                        "osgi.http.whiteboard.context.path",
                        "/api/ordnung/v1",
                        "osgi.jaxrs.application.base",
                        "/api/ordnung/v1"));

        assertThat(endpoints.find("/api/ordnung/v1/version").endpoint().owner()).isEqualTo(Whiteboard.OWNER);
        assertThat(endpoints.find("/api/ordnung/v1/version").served()).isTrue();
        assertThat(endpoints.addresses(Set.of("aries"))).isEmpty();
    }

    @Test
    void anApplicationIsServedOnceTheWhiteboardHasOpenedItsContext() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        whiteboard.application("/api/proposals/v1");
        assertThat(endpoints.find("/api/proposals/v1/papers").served()).isFalse();
        Object before = endpoints.state();

        ServiceReference<?> context = whiteboard.openContext("/api/proposals/v1");
        assertThat(endpoints.find("/api/proposals/v1/papers").served()).isTrue();
        Object open = endpoints.state();
        assertThat(open).as("what was kept is found anew").isNotSameAs(before);

        whiteboard.unregister(context);
        assertThat(endpoints.find("/api/proposals/v1/papers").served()).isFalse();
        assertThat(endpoints.state()).isNotSameAs(open);
    }

    @Test
    void whatIsClaimedOtherwiseIsServedThereAndAwayWhereItWas() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        ServiceReference<?> servlet = whiteboard.publicServlet("/ordnung/hund");

        whiteboard.modify(servlet, "osgi.http.whiteboard.servlet.pattern", "/ordnung/katze");

        assertThat(endpoints.find("/ordnung/katze").served()).isTrue();
        assertThat(endpoints.find("/ordnung/hund").served()).isFalse();
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

    @RepeatedTest(20)
    void ofTwoThatClaimTheSameTheHigherRankedOneCountsAndElseTheOlderOne() throws InvalidSyntaxException {
        Endpoints endpoints = endpoints();
        whiteboard.servletFor("first", "/vorlagen");
        whiteboard.servletFor("second", "/vorlagen");
        assertThat(endpoints.find("/vorlagen").endpoint().permission()).isEqualTo("first");

        ServiceReference<?> higher =
                whiteboard.servlet("/vorlagen", Map.of("kreiswerk.permission", "third", "service.ranking", 1));
        assertThat(endpoints.find("/vorlagen").endpoint().permission()).isEqualTo("third");

        whiteboard.unregister(higher);
        assertThat(endpoints.find("/vorlagen").endpoint().permission()).isEqualTo("first");
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
    void whileTheNarrowerOneIsAwayTheWiderOneDoesNotAnswerForIt() throws InvalidSyntaxException {
        whiteboard.componentServlet("de.kreis.ordnung", "/ordnung/*");
        ServiceReference<?> dogs = whiteboard.componentServlet("de.kreis.hund", "/ordnung/hund/*");
        ServiceReference<?> start = whiteboard.componentServlet("de.kreis.hund", "/ordnung");
        Endpoints endpoints = endpoints();
        whiteboard.unregister(dogs);
        whiteboard.unregister(start);

        for (String path : List.of("/ordnung/hund/anmelden", "/ordnung/hund", "/ordnung")) {
            assertThat(endpoints.find(path).served()).as(path).isFalse();
            assertThat(endpoints.find(path).endpoint().owner()).as(path).isEqualTo("de.kreis.hund");
        }
        assertThat(endpoints.find("/ordnung/katze").served()).isTrue();

        whiteboard.componentServlet("de.kreis.hund", "/ordnung/hund/*");
        assertThat(endpoints.find("/ordnung/hund/anmelden").served()).isTrue();
        assertThat(endpoints.find("/ordnung").served()).isFalse();
    }

    @Test
    void whatWasGivenUpForGoodIsTheWiderOnes() throws InvalidSyntaxException {
        whiteboard.componentServlet("de.kreis.ordnung", "/ordnung/*");
        ServiceReference<?> old = whiteboard.componentServlet("de.kreis.hund", "/ordnung/hund/*");
        Endpoints endpoints = endpoints();
        whiteboard.componentServlet("de.kreis.hund", "/ordnung/hunde/*");
        whiteboard.unregister(old);

        endpoints.forget(Set.of("de.kreis.hund"));

        assertThat(endpoints.find("/ordnung/hund/a").served()).isTrue();
        assertThat(endpoints.find("/ordnung/hund/a").endpoint().owner()).isEqualTo("de.kreis.ordnung");
        assertThat(endpoints.find("/ordnung/hunde/a").endpoint().owner()).isEqualTo("de.kreis.hund");
    }

    @Test
    void peopleSignInWithThePlatformOnly() throws InvalidSyntaxException {
        Map<String, Object> page = Map.of(
                "osgi.http.whiteboard.servlet.pattern", "/bau", "kreiswerk.public", true, "kreiswerk.sign-in", true);
        whiteboard.registerOf("component:de.kreis.bau:abc:0", "de.kreis.bau", page);
        Endpoints endpoints = endpoints();
        assertThat(endpoints.signIn()).isNull();
        assertThat(endpoints.find("/bau").endpoint().access()).isEqualTo(Access.PUBLIC);

        whiteboard.registerOf(
                "reference:file:identity.jar",
                "de.kreiswerk.identity.web",
                Map.of(
                        "osgi.http.whiteboard.servlet.pattern",
                        "/anmelden/*",
                        "kreiswerk.public",
                        "true",
                        "kreiswerk.sign-in",
                        "true"));
        assertThat(endpoints.signIn()).isEqualTo("/anmelden");
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
