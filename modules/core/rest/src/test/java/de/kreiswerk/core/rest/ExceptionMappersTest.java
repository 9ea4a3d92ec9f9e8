package de.kreiswerk.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ProblemDetails;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.NotAllowedException;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.RedirectionException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ExceptionMappersTest {

    private static final String SECRET = "geheim: /srv/kreiswerk/data";

    private final ProblemAnswers answers = new ProblemAnswers(FakeRequest.details());
    private final FakeRequest request = new FakeRequest();

    record Cup(String name, int size) {}

    /** Endpoints. */
    @Path("/cups")
    interface Cups {
        @GET
        void all();

        @GET
        @Path("{id}")
        void one();

        @PUT
        @Path("{id}")
        void change();

        @DELETE
        @Path("{id}/handle")
        void breakOff();
    }

    /** Cannot be written. */
    public static final class Broken {
        public String getName() {
            throw new IllegalStateException(SECRET);
        }
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void aRefusalOfAServiceKeepsItsStatus(Problem.Kind kind) {
        Response response = map(
                new ProblemExceptions(answers),
                new ProblemException(kind, "some-code", Text.same("title"), Text.same("detail")));

        assertAnswer(response, kind.status(), "some-code");
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeaderString("Retry-After")).isEqualTo(kind == Problem.Kind.UNAVAILABLE ? "5" : null);
        assertThat(response.getHeaderString("WWW-Authenticate") != null)
                .isEqualTo(kind == Problem.Kind.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 422, 428, 431, 500, 503})
    void whatJaxRsRefusesKeepsItsStatusInHeaderAndBody(int status) {
        Response response = map(webExceptions(), new WebApplicationException(SECRET, status));

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getEntity().toString()).startsWith(status + " ").doesNotContain("geheim");
        assertThat(response.getMediaType()).hasToString(ProblemDetails.MEDIA_TYPE);
    }

    @Test
    void aStatusThatThePlatformDoesNotKnowIsARefusalOfTheSameFamily() {
        assertThat(map(webExceptions(), new WebApplicationException(418)).getStatus())
                .isEqualTo(400);
        assertThat(map(webExceptions(), new WebApplicationException(599)).getStatus())
                .isEqualTo(500);
    }

    @Test
    void aFaultThatAnEndpointAnnouncesIsInTheLog() {
        assertThat(logged(WebExceptions.class, () -> map(webExceptions(), new WebApplicationException(SECRET, 500))))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getThrowableProxy().getMessage()).isEqualTo(SECRET));
    }

    @Test
    void whatIsNotFoundIsSaidInWords() {
        assertAnswer(map(webExceptions(), new NotFoundException(SECRET)), 404, "not-found");
    }

    @Test
    void aRefusedMethodNamesTheAllowedOnes() {
        Response response = map(webExceptions(), new NotAllowedException("PATCH", new String[0]));

        assertAnswer(response, 405, "method-not-allowed");
        assertThat(response.getHeaderString("Allow")).isEqualTo("GET, HEAD, OPTIONS, PUT");
    }

    @Test
    void theAllowedMethodsAreThoseOfThisVeryAddress() {
        AllowedMethods allowed = new AllowedMethods();
        for (Method method : Cups.class.getDeclaredMethods()) {
            allowed.configure(
                    FakeRequest.proxy(
                            ResourceInfo.class,
                            (asked, none) -> asked.equals("getResourceClass") ? Cups.class : method),
                    null);
        }

        assertThat(allowed.of("/cups")).containsExactly("GET", "HEAD", "OPTIONS");
        assertThat(allowed.of("/cups/7")).containsExactly("GET", "HEAD", "OPTIONS", "PUT");
        assertThat(allowed.of("/cups/7/handle")).containsExactly("DELETE", "OPTIONS");
        assertThat(allowed.of("/saucers")).containsExactly("OPTIONS");
    }

    @Test
    void aRedirectionIsNoError() {
        Response response = map(webExceptions(), new RedirectionException(301, URI.create("http://localhost/b")));

        assertThat(response.getStatus()).isEqualTo(301);
        assertThat(response.getLocation()).hasToString("http://localhost/b");
    }

    @Test
    void everythingElseIsAFaultOfThePlatformAndTellsNothingOfItsInside() {
        Response response = map(new OtherExceptions(answers), new IllegalStateException(SECRET));

        assertAnswer(response, 500, "internal-error");
        assertThat(response.getEntity().toString()).contains("req7").doesNotContain("geheim", "IllegalState");
    }

    @Test
    void theLogHasWhatTheCallerIsNotTold() {
        IllegalStateException failure = new IllegalStateException(SECRET);

        assertThat(logged(OtherExceptions.class, () -> map(new OtherExceptions(answers), failure)))
                .singleElement()
                .satisfies(event -> assertThat(event.getLevel()).isEqualTo(Level.ERROR));
    }

    @Test
    void aRefusalThatSomebodyWrappedIsStillTheRefusal() {
        ProblemException refusal = new ProblemException(
                Problem.Kind.TOO_LARGE, "request-too-large", Text.same("title"), Text.same("detail"));

        assertAnswer(
                map(new OtherExceptions(answers), new IllegalStateException(new RuntimeException(refusal))),
                413,
                "request-too-large");
    }

    @Test
    void jsonThatCannotBeReadIsRefusedWithItsLine() {
        JsonProcessingException failure = readFailure("{\n  \"name\": \"a\",\n  \"size\": }");

        Response response = map(new OtherExceptions(answers), failure);

        assertAnswer(response, 400, "json-malformed");
        assertThat(response.getEntity().toString()).contains("line=3");
    }

    @Test
    void aBodyThatTurnsOutTooLargeWhileItIsReadIsNoBadJson() throws Exception {
        ProblemException refusal = new ProblemException(
                Problem.Kind.TOO_LARGE, "request-too-large", Text.same("title"), Text.same("detail"));
        JsonMappingException failure =
                new JsonMappingException(new ObjectMapper().createParser("{}"), "read on", refusal);

        assertAnswer(map(new OtherExceptions(answers), failure), 413, "request-too-large");
    }

    @Test
    void jsonBeyondALimitIsRefusedThoughItDoesNotSayWhoReadIt() {
        assertAnswer(
                map(new OtherExceptions(answers), new StreamConstraintsException("Document nesting depth (33)")),
                400,
                "json-malformed");
    }

    @Test
    void aMemberThatNobodyKnowsIsRefusedWithoutQuotingJavaNames() {
        JsonProcessingException failure = readFailure("{\"name\": \"a\", \"colour\": \"red\"}");

        Response response = map(new OtherExceptions(answers), failure);

        assertAnswer(response, 400, "json-malformed");
        assertThat(response.getEntity().toString()).doesNotContain("ExceptionMappersTest", "com.fasterxml");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAFaultOfThePlatformNotOfTheCaller() {
        JsonProcessingException failure = null;
        try {
            new ObjectMapper().writeValueAsString(new Broken());
        } catch (JsonProcessingException e) {
            failure = e;
        }

        assertAnswer(map(new OtherExceptions(answers), failure), 500, "internal-error");
    }

    @Test
    void answersAreGermanUnlessEnglishIsAskedFor() {
        Response german = map(webExceptions(), new NotFoundException());
        request.inLanguage("en-GB,de;q=0.5");
        Response english = map(webExceptions(), new NotFoundException());
        request.inLanguage("fr");
        Response french = map(webExceptions(), new NotFoundException());

        assertThat(german.getEntity().toString()).contains("Nicht gefunden");
        assertThat(german.getHeaderString("Content-Language")).isEqualTo("de");
        assertThat(english.getEntity().toString()).contains("Not found");
        assertThat(english.getHeaderString("Content-Language")).isEqualTo("en");
        assertThat(french.getEntity().toString()).contains("Nicht gefunden");
        assertThat(french.getHeaderString("Content-Language")).isEqualTo("de");
    }

    private static JsonProcessingException readFailure(String json) {
        try {
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json, Cup.class);
            throw new AssertionError("It was read");
        } catch (JsonProcessingException e) {
            return e;
        }
    }

    private static List<ILoggingEvent> logged(Class<?> by, Runnable work) {
        Logger log = (Logger) LoggerFactory.getLogger(by);
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        log.setLevel(Level.INFO);
        log.addAppender(written);
        try {
            work.run();
        } finally {
            log.detachAppender(written);
            log.setLevel(null);
        }
        return written.list;
    }

    /** At an address that knows GET and PUT. */
    private WebExceptions webExceptions() {
        AllowedMethods allowed = new AllowedMethods();
        for (Method method : Cups.class.getDeclaredMethods()) {
            allowed.configure(
                    FakeRequest.proxy(
                            ResourceInfo.class,
                            (asked, none) -> asked.equals("getResourceClass") ? Cups.class : method),
                    null);
        }
        WebExceptions mapper = new WebExceptions(answers, allowed);
        FakeRequest.inject(mapper, "address", FakeRequest.proxy(UriInfo.class, (asked, none) -> "cups/7"));
        return mapper;
    }

    private <E extends Throwable> Response map(ExceptionMapper<E> mapper, E exception) {
        FakeRequest.inject(mapper, "request", request.servlet());
        return mapper.toResponse(exception);
    }

    private static void assertAnswer(Response response, int status, String code) {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getEntity().toString()).startsWith(status + " " + code + " ");
    }
}
