package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What was signed last, with which keys, and which of them vouch for which. */
@Path("/")
@Public
public final class CheckpointResource {

    private final Replaceable<AuditLog> log;

    CheckpointResource(Replaceable<AuditLog> log) {
        this.log = log;
    }

    @GET
    @Path("checkpoint")
    @Produces(Answers.TEXT)
    public Response checkpoint() {
        return log.use(AuditLog::checkpoint)
                .map(checkpoint -> Response.ok(checkpoint.note())
                        .header(HttpHeaders.CACHE_CONTROL, Answers.NOT_KEPT)
                        .build())
                .orElseThrow(() -> Answers.notFound(
                        "checkpoint-not-found",
                        new Text(
                                "Es ist noch nichts versiegelt. Das geschieht Sekunden nach dem ersten Eintrag.",
                                "Nothing is sealed yet. That happens seconds after the first record.")));
    }

    @GET
    @Path("keys")
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys() {
        return Response.ok(new RestRequests.All<LogKey>(log.use(AuditLog::keys)))
                .header(HttpHeaders.CACHE_CONTROL, Answers.NOT_KEPT)
                .build();
    }

    @GET
    @Path("keys/vouching")
    @Produces(Answers.TEXT)
    public Response vouching() {
        return Response.ok(log.use(AuditLog::vouchings))
                .header(HttpHeaders.CACHE_CONTROL, Answers.NOT_KEPT)
                .build();
    }
}
