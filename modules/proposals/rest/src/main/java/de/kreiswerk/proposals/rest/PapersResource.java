package de.kreiswerk.proposals.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.IdempotentRequests;
import de.kreiswerk.core.api.web.IdempotentRequests.Answer;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperQuery;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.PaperSummary;
import de.kreiswerk.proposals.api.Papers;
import de.kreiswerk.proposals.api.Papers.ImportResult;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Papers over REST. */
@Path("papers")
@Produces(MediaType.APPLICATION_JSON)
public final class PapersResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_FILTER = 1_000;
    private static final int MAX_SEARCH = 200;

    private final JsonMapper mapper = JsonMapper.builder()
            .defaultPropertyInclusion(com.fasterxml.jackson.annotation.JsonInclude.Value.construct(
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL,
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();
    private final Replaceable<PaperReader> reader;
    private final Replaceable<Papers> papers;
    private final Replaceable<IdempotentRequests> idempotent;
    private final Pages pages;

    PapersResource(
            Replaceable<PaperReader> reader,
            Replaceable<Papers> papers,
            Replaceable<IdempotentRequests> idempotent,
            Pages pages) {
        this.reader = reader;
        this.papers = papers;
        this.idempotent = idempotent;
        this.pages = pages;
    }

    /** A page of a list; {@code next} is the value of {@code after} for the page after it, absent on the last. */
    record Page<T>(List<T> data, String next) {}

    /** The body of a change of reference. */
    record NewReference(String reference) {}

    @GET
    @RequiresPermission(ProposalsPermissions.READ)
    public Page<PaperSummary> list(
            @QueryParam("reference") String reference,
            @QueryParam("year") String year,
            @QueryParam("type") String type,
            @QueryParam("organization") String organization,
            @QueryParam("text") String text,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context HttpServletRequest request) {
        Caller caller = RestRequests.caller(request);
        String exact = RestRequests.text("reference", reference, MAX_FILTER);
        if (exact != null) {
            return new Page<>(byReference(caller, exact), null);
        }
        Integer wanted = RestRequests.number("limit", limit, 1, MAX_LIMIT);
        int size = wanted == null ? DEFAULT_LIMIT : wanted;
        // One more than asked for tells whether there is a page after this one.
        PaperQuery query = new PaperQuery(
                RestRequests.number("year", year, 1900, 2999),
                RestRequests.text("type", type, MAX_FILTER),
                RestRequests.text("organization", organization, MAX_FILTER),
                RestRequests.text("text", text, MAX_SEARCH),
                RestRequests.text("after", after, 36),
                size + 1);
        List<PaperSummary> found = reader.use(service -> service.list(caller, query));
        boolean more = found.size() > size;
        List<PaperSummary> page = more ? found.subList(0, size) : found;
        return new Page<>(page, more ? page.get(size - 1).id() : null);
    }

    @GET
    @Path("{id}")
    @RequiresPermission(ProposalsPermissions.READ)
    public Response get(@PathParam("id") String id, @Context HttpServletRequest request) {
        return answer(reader.use(service -> service.get(RestRequests.caller(request), id)));
    }

    @POST
    @Path("import")
    @Consumes({"text/plain", "text/markdown"})
    @RequiresPermission(ProposalsPermissions.IMPORT)
    public Response importText(
            InputStream body,
            @QueryParam("publish") String publish,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request)
            throws IOException {
        refuseOtherCharset(request.getCharacterEncoding());
        boolean wanted = RestRequests.flag("publish", publish);
        Long expected = expectedOfReference(ifMatch);
        String text = TextBody.read(body);
        Caller caller = RestRequests.caller(request);
        Locale locale = RestRequests.locale(request);
        String fingerprint = key == null ? null : fingerprint(text, wanted);
        Answer answer = papers.use(service -> {
            // Before the transaction that keeps the answer: others wait for that one.
            Papers.ReadText read = service.read(text);
            return idempotent.use(requests -> requests.once(
                    caller,
                    key,
                    fingerprint,
                    () -> importAnswer(service.importText(caller, read, wanted, expected), locale)));
        });
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
        if (answer.location() != null) {
            response.location(URI.create(pages.baseUrl() + answer.location()));
        }
        return response.tag(new EntityTag(answer.etag())).build();
    }

    @POST
    @Path("{id}/publish")
    @RequiresPermission(ProposalsPermissions.PUBLISH)
    public Response publish(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context HttpServletRequest request) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        Caller caller = RestRequests.caller(request);
        return changed(caller, papers.use(service -> service.publish(caller, id, expected)));
    }

    @POST
    @Path("{id}/withdraw")
    @RequiresPermission(ProposalsPermissions.PUBLISH)
    public Response withdraw(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context HttpServletRequest request) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        Caller caller = RestRequests.caller(request);
        return changed(caller, papers.use(service -> service.withdraw(caller, id, expected)));
    }

    @PUT
    @Path("{id}/attachments/{number}")
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission(ProposalsPermissions.IMPORT)
    public Response attach(
            InputStream body,
            @PathParam("id") String id,
            @PathParam("number") String number,
            @QueryParam("fileName") String fileName,
            @HeaderParam("Content-Type") String mediaType,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        int which = RestRequests.mandatoryNumber("number", number, 1, 100_000);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Caller caller = RestRequests.caller(request);
        return changed(
                caller, papers.use(service -> service.attach(caller, id, which, fileName, mediaType, body, expected)));
    }

    @PUT
    @Path("{id}/reference")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(ProposalsPermissions.IMPORT)
    public Response renumber(
            NewReference body,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        String reference = body == null ? null : body.reference();
        Long expected = RestRequests.expectedRevision(ifMatch);
        Caller caller = RestRequests.caller(request);
        return changed(caller, papers.use(service -> service.renumber(caller, id, reference, expected)));
    }

    /** An address names a paper that is there; a text may name one that is not, which a star refuses, too. */
    private static Long expectedOfReference(String ifMatch) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        return expected == null && ifMatch != null ? Long.valueOf(Papers.ANY_REVISION) : expected;
    }

    private List<PaperSummary> byReference(Caller caller, String reference) {
        try {
            Paper paper = reader.use(service -> service.getByReference(caller, reference));
            return List.of(new PaperSummary(
                    paper.id(),
                    paper.reference(),
                    paper.slug(),
                    paper.document().name(),
                    paper.document().paperType(),
                    paper.document().underDirectionOf(),
                    paper.document().visibility(),
                    paper.state(),
                    paper.version(),
                    paper.modified()));
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private Response answer(Paper paper) {
        return Answers.of(PaperAnswer.of(paper, pages.baseUrl()), paper.revision());
    }

    /** Whoever may read the paper gets it, which is a read like any other; others hear of their change. */
    private Response changed(Caller caller, Paper paper) {
        return read(caller, paper.id())
                .map(this::answer)
                .orElseGet(() -> Answers.of(ChangeAnswer.of(paper, pages.baseUrl()), paper.revision()));
    }

    private Optional<Paper> read(Caller caller, String id) {
        if (!caller.mayAnywhere(ProposalsPermissions.READ)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.use(service -> service.get(caller, id)));
        } catch (ProblemException e) {
            // Not in this department, or the read cannot be noted: the change is done all the same.
            return Optional.empty();
        }
    }

    private Answer importAnswer(ImportResult result, Locale locale) {
        Paper paper = result.paper();
        ImportAnswer body = ImportAnswer.of(result, pages.baseUrl(), locale);
        try {
            return new Answer(
                    result.outcome() == ImportResult.Outcome.CREATED ? 201 : 200,
                    mapper.writeValueAsString(body),
                    "/api/proposals/v1/papers/" + paper.id(),
                    String.valueOf(paper.revision()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An import's answer cannot be written", e);
        }
    }

    private static void refuseOtherCharset(String charset) {
        if (charset != null && !charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED_TYPE,
                    "charset-not-supported",
                    new Text("Zeichensatz nicht angenommen", "Charset not supported"),
                    new Text(
                            "Vorlagentexte kommen in UTF-8. Speichern Sie den Text in UTF-8 und senden Sie ihn neu.",
                            "Texts of proposals come in UTF-8. Save the text as UTF-8 and send it again."));
        }
    }

    private static String fingerprint(String text, boolean publish) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) (publish ? 1 : 0));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
