package de.kreiswerk.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.restkit.Replaceable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogResourcesTest {

    private final FakeLog log = new FakeLog();
    private final Replaceable<AuditLog> service = new Replaceable<>();
    private final FakeSearch found = new FakeSearch();
    private final Replaceable<AuditSearch> search = new Replaceable<>();
    private final HttpServletRequest request = request(0, null);

    @BeforeEach
    void come() {
        service.set(log);
        search.set(found);
    }

    @Test
    void theCheckpointIsNotKeptByAnybody() {
        Response answer = new CheckpointResource(service).checkpoint();

        assertThat(answer.getEntity()).isEqualTo(FakeLog.CHECKPOINT.note());
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whichKeysVouchForWhichIsTextThatIsNotKept() throws Exception {
        Response answer = new CheckpointResource(service).vouching();

        assertThat(answer.getEntity()).isEqualTo(log.vouchings());
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-cache");
        assertThat(CheckpointResource.class
                        .getMethod("vouching")
                        .getAnnotation(Produces.class)
                        .value())
                .containsExactly("text/plain; charset=utf-8");
    }

    @Test
    void beforeAnythingIsSealedThereIsNone() {
        log.newest = Optional.empty();

        assertCode("checkpoint-not-found", () -> new CheckpointResource(service).checkpoint());
    }

    @Test
    void tilesNeverChangeAndMayBeKeptForEver() {
        Response answer = new TileResource(service).hashes("1", "x001/002.p/7");

        assertThat((byte[]) answer.getEntity()).containsExactly(1, (byte) 1002, 7);
        assertThat(answer.getHeaderString("Cache-Control")).contains("immutable", "max-age=31536000");
    }

    @Test
    void recordsAreKeptByNobody() {
        assertThat(new TileResource(service).entries("000.p/5", request).getHeaderString("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(new RecordResource(service, search)
                        .record("3", null, request)
                        .getHeaderString("Cache-Control"))
                .isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"64", "00", "01", "-1", "x", "entries", "999999999999"})
    void thereAreNoOtherLevels(String level) {
        assertCode("tile-not-found", () -> new TileResource(service).hashes(level, "000"));
    }

    @Test
    void aProofAsTextIsThatOfTheSpecification() {
        assertThat(new ProofResource(service).inclusionText("4", null).getEntity())
                .isEqualTo("c2sp.org/tlog-proof@v1\nindex 4\nb25l\ndHdv\n\n" + FakeLog.CHECKPOINT.note());
        assertThat(new RecordResource(service, search).proof("5", "5", request).getEntity())
                .isEqualTo("c2sp.org/tlog-proof@v1\nextra eyJ2IjoxfQ==\nindex 4\nb25l\ndHdv\n\n"
                        + FakeLog.CHECKPOINT.note());
        assertThat(new ProofResource(service).consistencyText("3", null).getEntity())
                .isEqualTo("old 3\nb25l\n\n" + FakeLog.CHECKPOINT.note());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "01", "1.0", "1e3", "٣", "9999999999999999999", "1 "})
    void whatIsNoNumberIsToldByName(String number) {
        assertCode("parameter-malformed", () -> new ProofResource(service).inclusion(number, null));
        assertCode("parameter-malformed", () -> new ProofResource(service).consistency(number, null));
        assertCode("parameter-malformed", () -> new RecordResource(service, search).record(number, null, request));
        if (number != null) {
            assertCode("parameter-malformed", () -> new ProofResource(service).inclusionText("1", number));
            assertCode("parameter-malformed", () -> new ProofResource(service).consistencyText("1", number));
        }
    }

    @Test
    void whileTheTrailIsReplacedItIsUnavailable() {
        service.unset(log);

        assertCode("component-away", () -> new CheckpointResource(service).checkpoint());
    }

    @Test
    void aSearchIsWhatTheAddressSays() {
        QueryParameters parameters = new QueryParameters();
        parameters.since = "2026-11-27T09:00:00+01:00";
        parameters.area = " proposals ";
        parameters.outcome = "denied";
        parameters.text = "";

        Response answer = new RecordResource(service, search).records(parameters, "1-2", "7", request);

        assertThat(found.query)
                .isEqualTo(new TrailQuery(
                        Instant.parse("2026-11-27T08:00:00Z"),
                        null,
                        "proposals",
                        null,
                        null,
                        null,
                        null,
                        Outcome.DENIED,
                        null,
                        "1-2",
                        7));
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(((RecordResource.Found) answer.getEntity()).unfinished()).isTrue();
    }

    @Test
    void whatCannotBeLookedForIsTold() {
        for (Consumer<QueryParameters> wrong : List.<Consumer<QueryParameters>>of(
                each -> each.since = "2026-11-27",
                each -> each.until = "2026-11-27T08:00:00",
                each -> each.until = "2026-11-27T08:00:00 01:00",
                each -> each.until = "+999999999-01-01T00:00:00Z",
                each -> each.outcome = "DENIED",
                each -> each.text = "x".repeat(101),
                each -> each.objectId = "x".repeat(201),
                each -> each.area = "a\u0000b")) {
            QueryParameters parameters = new QueryParameters();
            wrong.accept(parameters);
            assertCode(
                    "parameter-malformed",
                    () -> new RecordResource(service, search).records(parameters, null, null, request));
            assertCode(
                    "parameter-malformed",
                    () -> new PackageResource(search).writePackage(parameters, address(), request));
        }
        assertCode(
                "parameter-malformed",
                () -> new RecordResource(service, search).records(new QueryParameters(), null, "201", request));
    }

    @Test
    void aPackageIsWrittenWhileItIsRead() throws Exception {
        Response answer = new PackageResource(search).writePackage(new QueryParameters(), address(), request);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("PK");
        assertThat(answer.getHeaderString("Content-Disposition")).contains("pruefpaket.zip");
        assertThatThrownBy(() -> ((StreamingOutput) answer.getEntity()).write(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    @Test
    void aPackageIsRefusedBeforeItBecomesADownload() {
        found.refusal = new ProblemException(
                Problem.Kind.NOT_FOUND, "nothing-to-export", Text.same("Nothing"), Text.same("Nothing"));

        assertCode(
                "nothing-to-export",
                () -> new PackageResource(search).writePackage(new QueryParameters(), address(), request));
    }

    @Test
    void aMistypedFilterHandsOutNothing() {
        assertThatThrownBy(() -> new PackageResource(search)
                        .writePackage(new QueryParameters(), address("area", "objectid"), request))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("parameter-unknown");
                    assertThat(e.problem().detail().english()).contains("'objectid'", "objectId");
                });
        assertThat(found.query).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aFilterThatSaysNothingHandsOutNothing(String value) {
        UriInfo address = address("objectType");
        address.getQueryParameters().add("objectId", value);

        assertThatThrownBy(() -> new PackageResource(search).writePackage(new QueryParameters(), address, request))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("parameter-malformed");
                    assertThat(e.problem().detail().german()).contains("„objectId“ ist leer");
                });
        assertThat(found.query).isNull();
    }

    @Test
    void aFilterThatStandsInTheBodyHandsOutNothing() {
        for (HttpServletRequest withBody : List.of(request(16, null), request(-1, "chunked"))) {
            assertCode(
                    "filter-in-body",
                    () -> new PackageResource(search).writePackage(new QueryParameters(), address("area"), withBody));
        }
        assertThat(found.query).isNull();

        new PackageResource(search).writePackage(new QueryParameters(), address("area"), request(-1, null));
        assertThat(found.query).as("without a length, without a body").isNotNull();
    }

    private static HttpServletRequest request(long length, String transferEncoding) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                LogResourcesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, call, arguments) -> switch (call.getName()) {
                    case "getContentLengthLong" -> length;
                    case "getHeader" -> "Transfer-Encoding".equals(arguments[0]) ? transferEncoding : null;
                    default -> null;
                });
    }

    private static UriInfo address(String... names) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String name : names) {
            parameters.add(name, "x");
        }
        return (UriInfo) Proxy.newProxyInstance(
                LogResourcesTest.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (self, call, arguments) -> parameters);
    }

    private static void assertCode(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
