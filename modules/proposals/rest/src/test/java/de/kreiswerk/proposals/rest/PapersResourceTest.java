package de.kreiswerk.proposals.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.IdempotentRequests;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperImporter;
import de.kreiswerk.proposals.api.PaperQuery;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.PaperSummary;
import de.kreiswerk.proposals.api.Papers;
import de.kreiswerk.proposals.api.Papers.ImportResult;
import de.kreiswerk.proposals.api.Papers.ImportResult.Outcome;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PapersResourceTest {

    private static final String LONG =
            "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
                    + "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x";
    private static final Caller CALLER = new Caller("subject", "Name", Set.of(), "test", Instant.EPOCH, "req7");

    private final List<PaperSummary> stored = new ArrayList<>();
    private final List<String> called = new ArrayList<>();
    private final Replaceable<PaperReader> reader = new Replaceable<>();
    private final Replaceable<Papers> papers = new Replaceable<>();
    private final Replaceable<IdempotentRequests> idempotent = new Replaceable<>();
    private final PapersResource resource = new PapersResource(
            reader, papers, idempotent, proxy(Pages.class, (method, arguments) -> "http://host:8080"));
    private Outcome outcome = Outcome.CREATED;
    private PaperQuery lastQuery;
    private int reads;

    @BeforeEach
    void start() {
        reader.set(proxy(PaperReader.class, (method, arguments) -> switch (method) {
            case "list" -> list((PaperQuery) arguments[1]);
            case "get" -> {
                reads++;
                yield paper();
            }
            case "getByReference" -> byReference((String) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        }));
        papers.set(proxy(Papers.class, (method, arguments) -> {
            if (method.equals("read")) {
                called.add("read " + arguments[0]);
                return new Papers.ReadText(
                        (String) arguments[0], new PaperImporter.ImportedText(paper().document(), List.of()));
            }
            called.add(method + " " + Arrays.asList(arguments).subList(1, arguments.length));
            return method.equals("importText") ? new ImportResult(outcome, paper(), List.of("name")) : paper();
        }));
        idempotent.set((caller, key, fingerprint, work) -> {
            called.add("once " + key + " " + (fingerprint == null ? "-" : fingerprint.substring(0, 8)));
            return work.get();
        });
    }

    @ParameterizedTest
    @CsvSource({"250, , 100", "3, 2, 2", "4, 2, 2", "0, 10, 10"})
    void aListIsReadPageByPageToItsEnd(int count, String limit, int pageSize) {
        store(count);

        List<Integer> sizes = pageSizes(limit);

        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
        assertThat(sizes).allMatch(size -> size <= pageSize);
        assertThat(sizes).hasSize(Math.max(1, (count + pageSize - 1) / pageSize));
    }

    @Test
    void theLargestPageHasANextOneWhenThereIsMore() {
        store(1_001);

        assertThat(pageSizes("1000")).containsExactly(1_000, 1);
    }

    @Test
    void filtersArePassedOn() {
        list("year", "2026", "type", " Antrag ", "organization", "Kreistag", "text", "Radweg");

        assertThat(lastQuery.year()).isEqualTo(2026);
        assertThat(lastQuery.type()).isEqualTo("Antrag");
        assertThat(lastQuery.organization()).isEqualTo("Kreistag");
        assertThat(lastQuery.text()).isEqualTo("Radweg");
    }

    @ParameterizedTest
    @CsvSource({"year, 26", "limit, 0", "limit, 1001", "text, " + LONG, "after, 0123456789012345678901234567890123456"})
    void aParameterBeyondItsBordersIsRefused(String name, String value) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> list(name, value));

        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.MALFORMED);
        assertThat(refused.problem().detail().german()).contains(name);
    }

    @Test
    void byItsNumberThereIsOnePaperOrNone() {
        assertThat(list("reference", " 2026/127 ").data())
                .extracting(PaperSummary::reference)
                .containsExactly("2026/127");
        assertThat(list("reference", "2026/999").data()).isEmpty();
        assertThat(list("reference", "2026/999").next()).isNull();
    }

    @Test
    void aPaperCarriesItsRevisionAsEntityTag() {
        Response response = resource.get("0192", request("de"));

        assertThat(response.getEntityTag().getValue()).isEqualTo("7");
        assertThat(response.getEntity()).isEqualTo(answered());
    }

    @Test
    void aPaperHasTheAddressOfItsPageBesideItsOwnMembers() {
        JsonNode body = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .valueToTree(resource.get("0192", request("de")).getEntity());

        assertThat(body.path("url").asText()).isEqualTo("http://host:8080/vorlagen/2026-127");
        assertThat(body.path("reference").asText()).isEqualTo("2026/127");
        assertThat(body.has("paper")).isFalse();
    }

    private static PaperAnswer answered() {
        return new PaperAnswer(paper(), "http://host:8080/vorlagen/2026-127");
    }

    @Test
    void anImportAnswersWithWhereThePaperIsAndWhatToLookAt() throws Exception {
        Response response = importText("Text", "true", null, request("de"));

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getLocation()).hasToString("http://host:8080/api/proposals/v1/papers/0192");
        assertThat(response.getEntityTag().getValue()).isEqualTo("7");
        JsonNode body = new ObjectMapper().readTree(response.getEntity().toString());
        assertThat(body).isEqualTo(new ObjectMapper().readTree("""
                                        {"id": "0192", "reference": "2026/127", "version": 2, "outcome": "CREATED",
                                         "state": "PUBLISHED", "visibility": "PUBLIC", "published": true, "url": "http://host:8080/vorlagen/2026-127",
                                         "changes": ["name"],
                                         "findings": [{"severity": "WARNING", "code": "budget-product-missing",
                                                       "line": 12, "message": "kein Produkt"}]}
                                        """));
    }

    @Test
    void whatIsNotNewIsAnswered200() throws Exception {
        outcome = Outcome.CHANGED;
        assertThat(importText("Text", null, null, request("de")).getStatus()).isEqualTo(200);
        outcome = Outcome.UNCHANGED;
        assertThat(importText("Text", null, null, request("de")).getStatus()).isEqualTo(200);
    }

    @Test
    void findingsAreInTheLanguageOfTheReader() throws Exception {
        assertThat(importText("Text", null, null, request("en-US,de"))
                        .getEntity()
                        .toString())
                .contains("no product")
                .doesNotContain("kein Produkt");
    }

    @Test
    void differentRequestsHaveDifferentFingerprints() throws Exception {
        importText("Text", "true", "key", request("de"));
        importText("Text", "true", "key", request("de"));
        importText("Text", "false", "key", request("de"));
        importText("Text.", "true", "key", request("de"));

        List<String> prints =
                called.stream().filter(call -> call.startsWith("once")).toList();
        assertThat(prints.get(0)).isEqualTo(prints.get(1));
        assertThat(Set.copyOf(prints)).hasSize(3);
    }

    /** Others wait for the transaction that keeps the answer; a large text takes long to read. */
    @Test
    void aTextIsReadBeforeTheTransactionThatKeepsTheAnswer() throws Exception {
        importText("Text", null, "key", request("de"));

        assertThat(called).hasSize(3);
        assertThat(called.get(0)).isEqualTo("read Text");
        assertThat(called.get(1)).startsWith("once key");
        assertThat(called.get(2)).startsWith("importText [ReadText");
    }

    @Test
    void whoMayChangeAPaperButNotReadItHearsOfTheChangeOnly() {
        for (Response answer : changes(CALLER)) {
            assertThat(answer.getEntityTag().getValue()).isEqualTo("7");
            assertThat(answer.getEntity())
                    .isEqualTo(new ChangeAnswer(
                            "0192", "2026/127", "2026-127", 2, 7, true, "http://host:8080/vorlagen/2026-127"));
        }
    }

    @Test
    void whoMayReadAPaperGetsItAfterAChangeAsWhenTheyReadIt() {
        Caller reading = new Caller(
                "subject",
                "Name",
                Set.of(new Grant(ProposalsPermissions.READ, Grant.ALL)),
                "test",
                Instant.EPOCH,
                "req7");

        assertThat(changes(reading)).allMatch(answer -> answer.getEntity().equals(answered()));
        assertThat(reads).as("each is noted by the reader").isEqualTo(4);

        reader.set(proxy(PaperReader.class, (method, arguments) -> {
            throw new ProblemException(Problem.Kind.FORBIDDEN, "permission-missing", Text.same("no"), Text.same("no"));
        }));
        assertThat(changes(reading)).allMatch(answer -> answer.getEntity() instanceof ChangeAnswer);
    }

    private List<Response> changes(Caller caller) {
        HttpServletRequest request = proxy(
                HttpServletRequest.class,
                (method, arguments) -> arguments[0].equals(WebConstants.CALLER) ? caller : null);
        return List.of(
                resource.publish("0192", null, request),
                resource.withdraw("0192", null, request),
                resource.renumber(new PapersResource.NewReference("2026/128"), "0192", null, request),
                resource.attach(InputStream.nullInputStream(), "0192", "1", "x", "text/plain", null, request));
    }

    @Test
    void aTextInAnotherCharsetIsRefusedBeforeItIsRead() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> importText("Text", null, null, request("de", "iso-8859-1")));

        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.UNSUPPORTED_TYPE);
        assertThat(called).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"utf-8", "UTF-8", "us-ascii"})
    void theUsualCharsetsAreTaken(String charset) throws Exception {
        assertThat(importText("Text", null, null, request("de", charset)).getStatus())
                .isEqualTo(201);
    }

    @Test
    void whileTheServiceIsAwayTheAnswerIsToComeBack() {
        Replaceable<Papers> nobody = new Replaceable<>();
        PapersResource without = new PapersResource(
                reader, nobody, idempotent, proxy(Pages.class, (method, arguments) -> "http://host:8080"));

        ProblemException away =
                catchThrowableOfType(ProblemException.class, () -> without.publish("0192", null, request("de")));

        assertThat(away.problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(without.get("0192", request("de")).getStatus())
                .as("reading goes on")
                .isEqualTo(200);
    }

    @Test
    void changesPassOnWhatTheCallerHasSeen() {
        resource.publish("0192", "\"7\"", request("de"));
        resource.withdraw("0192", null, request("de"));
        resource.renumber(new PapersResource.NewReference("2026/128"), "0192", "\"8\"", request("de"));

        assertThat(called)
                .containsExactly("publish [0192, 7]", "withdraw [0192, null]", "renumber [0192, 2026/128, 8]");
    }

    @Test
    void anImportPassesOnWhatTheCallerHasSeenAndAStarAsSomethingThatIsThere() throws Exception {
        for (String ifMatch : Arrays.asList("\"7\"", "*", null)) {
            importText("Text", null, null, ifMatch, request("de"));
        }

        assertThat(called.stream().filter(call -> call.startsWith("importText")))
                .extracting(call -> call.substring(call.lastIndexOf(' ') + 1))
                .containsExactly("7]", Papers.ANY_REVISION + "]", "null]");
    }

    @Test
    void aChangeOfNumberWithoutBodyIsLeftToTheServiceToRefuse() {
        resource.renumber(null, "0192", null, request("de"));

        assertThat(called).containsExactly("renumber [0192, null, null]");
    }

    private PapersResource.Page<PaperSummary> list(String... parameters) {
        Map<String, String> given = new java.util.HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put(parameters[i], parameters[i + 1]);
        }
        return resource.list(
                given.get("reference"),
                given.get("year"),
                given.get("type"),
                given.get("organization"),
                given.get("text"),
                given.get("after"),
                given.get("limit"),
                request("de"));
    }

    private List<Integer> pageSizes(String limit) {
        List<Integer> sizes = new ArrayList<>();
        String after = null;
        do {
            PapersResource.Page<PaperSummary> page =
                    resource.list(null, null, null, null, null, after, limit, request("de"));
            sizes.add(page.data().size());
            after = page.next();
        } while (after != null);
        return sizes;
    }

    private Response importText(String text, String publish, String key, HttpServletRequest request) throws Exception {
        return importText(text, publish, key, null, request);
    }

    private Response importText(String text, String publish, String key, String ifMatch, HttpServletRequest request)
            throws Exception {
        return resource.importText(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), publish, key, ifMatch, request);
    }

    private void store(int count) {
        IntStream.range(0, count)
                .forEach(i -> stored.add(new PaperSummary(
                        String.format("%06d", i),
                        "2026/" + i,
                        "2026-" + i,
                        null,
                        null,
                        null,
                        null,
                        Paper.State.DRAFT,
                        1,
                        Instant.EPOCH)));
    }

    private List<PaperSummary> list(PaperQuery query) {
        lastQuery = query;
        return stored.stream()
                .filter(paper -> query.after() == null || paper.id().compareTo(query.after()) > 0)
                .limit(query.limit())
                .toList();
    }

    private static Paper byReference(String reference) {
        if (reference.equals("2026/127")) {
            return paper();
        }
        throw new ProblemException(Problem.Kind.NOT_FOUND, "paper-not-found", Text.same("no"), Text.same("no"));
    }

    private static Paper paper() {
        return new Paper(
                "0192",
                "2026/127",
                "2026-127",
                Paper.State.PUBLISHED,
                7,
                2,
                Instant.EPOCH,
                Instant.EPOCH,
                new PaperDocument(
                        "2026/127",
                        "Radweg",
                        null,
                        Visibility.PUBLIC,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(new Finding(
                        Finding.Severity.WARNING,
                        "budget-product-missing",
                        12,
                        new Text("kein Produkt", "no product"))),
                List.of(),
                List.of());
    }

    private static HttpServletRequest request(String language) {
        return request(language, null);
    }

    private static HttpServletRequest request(String language, String charset) {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getAttribute" -> arguments[0].equals(WebConstants.CALLER) ? CALLER : null;
            case "getHeader" -> arguments[0].equals("Accept-Language") ? language : null;
            case "getLocale" -> Locale.forLanguageTag(language.split("[,;]")[0]);
            case "getCharacterEncoding" -> charset;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Behaviour {
        Object call(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }
}
