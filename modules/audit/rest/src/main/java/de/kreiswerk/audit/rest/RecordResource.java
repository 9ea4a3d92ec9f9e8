package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** A record with its proof, for auditors. */
@Path("records")
@RequiresPermission(AuditPermissions.READ)
public final class RecordResource {

    private final Replaceable<AuditLog> log;

    RecordResource(Replaceable<AuditLog> log) {
        this.log = log;
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
