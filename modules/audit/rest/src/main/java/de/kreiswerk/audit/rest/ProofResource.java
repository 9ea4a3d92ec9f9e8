package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.ConsistencyProof;
import de.kreiswerk.audit.api.InclusionProof;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.restkit.Replaceable;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Proofs for everyone: they hold hashes only, which are in the tiles as well. */
@Path("proof")
@Public
public final class ProofResource {

    private final Replaceable<AuditLog> log;

    ProofResource(Replaceable<AuditLog> log) {
        this.log = log;
    }

    @GET
    @Path("inclusion")
    @Produces(MediaType.APPLICATION_JSON)
    public Response inclusion(@QueryParam("index") String index, @QueryParam("size") String size) {
        return answer(proven(index, size));
    }

    /** C2SP tlog-proof. */
    @GET
    @Path("inclusion.tlog-proof")
    @Produces(Answers.TEXT)
    public Response inclusionText(@QueryParam("index") String index, @QueryParam("size") String size) {
        InclusionProof proof = proven(index, size);
        return answer(Answers.proof(
                List.of("c2sp.org/tlog-proof@v1", "index " + proof.index()),
                proof.path(),
                proof.checkpoint().note()));
    }

    @GET
    @Path("consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public Response consistency(@QueryParam("from") String from, @QueryParam("to") String to) {
        return answer(continued(from, to));
    }

    /** There is no form of its own for this; the body that C2SP tlog-witness is given says the same. */
    @GET
    @Path("consistency.txt")
    @Produces(Answers.TEXT)
    public Response consistencyText(@QueryParam("from") String from, @QueryParam("to") String to) {
        ConsistencyProof proof = continued(from, to);
        return answer(Answers.proof(
                List.of("old " + proof.from()),
                proof.hashes(),
                proof.checkpoint().note()));
    }

    private InclusionProof proven(String index, String size) {
        long at = Answers.mandatoryNumber("index", index);
        Long of = Answers.number("size", size);
        return log.use(service -> service.inclusion(at, of));
    }

    private ConsistencyProof continued(String from, String to) {
        long earlier = Answers.mandatoryNumber("from", from);
        Long later = Answers.number("to", to);
        return log.use(service -> service.consistency(earlier, later));
    }

    private static Response answer(Object body) {
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, Answers.NOT_KEPT)
                .build();
    }
}
