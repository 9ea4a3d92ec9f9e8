package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Records and their proofs, for auditors. */
@Path("records")
@RequiresPermission(AuditPermissions.READ)
public final class RecordResource {

    private static final int USUAL_PAGE = 50;

    private final Replaceable<AuditLog> log;
    private final Replaceable<AuditSearch> search;

    RecordResource(Replaceable<AuditLog> log, Replaceable<AuditSearch> search) {
        this.log = log;
        this.search = search;
    }

    /**
     * A page of records.
     *
     * @param data the newest first
     * @param next what to send as {@code after} for what follows, null at the end
     * @param unfinished whether the search has to go on there although this page is not full
     */
    public record Found(List<TrailRecord> data, String next, boolean unfinished) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response records(
            @BeanParam QueryParameters parameters,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context HttpServletRequest request) {
        Integer wanted = RestRequests.number("limit", limit, 1, AuditSearch.LARGEST_PAGE);
        TrailQuery query = parameters.query(after, wanted == null ? USUAL_PAGE : wanted);
        TrailPage page = search.use(service -> service.find(RestRequests.caller(request), query));
        return answer(new Found(page.records(), page.next(), page.unfinished()));
    }

    @GET
    @Path("{sequence}/content")
    @Produces(MediaType.APPLICATION_JSON)
    public Response content(@PathParam("sequence") String sequence, @Context HttpServletRequest request) {
        long number = Answers.mandatoryNumber("sequence", sequence);
        return answer(search.use(service -> service.record(RestRequests.caller(request), number)));
    }

    @GET
    @Path("{sequence}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response record(
            @PathParam("sequence") String sequence,
            @QueryParam("size") String size,
            @Context HttpServletRequest request) {
        return answer(proven(sequence, size, request));
    }

    /** C2SP tlog-proof; the record is the extra data, so that the file holds all that is needed but the key. */
    @GET
    @Path("{sequence}/proof.tlog-proof")
    @Produces(Answers.TEXT)
    public Response proof(
            @PathParam("sequence") String sequence,
            @QueryParam("size") String size,
            @Context HttpServletRequest request) {
        ProvenRecord record = proven(sequence, size, request);
        String extra = Base64.getEncoder().encodeToString(record.canonical().getBytes(StandardCharsets.UTF_8));
        return answer(Answers.proof(
                List.of(
                        "c2sp.org/tlog-proof@v1",
                        "extra " + extra,
                        "index " + record.proof().index()),
                record.proof().path(),
                record.proof().checkpoint().note()));
    }

    private ProvenRecord proven(String sequence, String size, HttpServletRequest request) {
        long number = Answers.mandatoryNumber("sequence", sequence);
        Long of = Answers.number("size", size);
        return log.use(service -> service.record(RestRequests.caller(request), number, of));
    }

    private static Response answer(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
