package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** The tree in tiles (C2SP tlog-tiles): hashes for everyone, records for auditors. */
@Path("tile")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public final class TileResource {

    private static final Pattern LEVEL = Pattern.compile("\\d|[1-5]\\d|6[0-3]");

    private final Replaceable<AuditLog> log;

    TileResource(Replaceable<AuditLog> log) {
        this.log = log;
    }

    @GET
    @Path("{level}/{tile: .+}")
    @Public
    public Response hashes(@PathParam("level") String level, @PathParam("tile") String tile) {
        if (!LEVEL.matcher(level).matches()) {
            throw TilePath.notFound();
        }
        TilePath path = TilePath.parse(tile);
        return Response.ok(log.use(service -> service.tile(Integer.parseInt(level), path.number(), path.width())))
                .header(HttpHeaders.CACHE_CONTROL, Answers.KEPT)
                .build();
    }

    @GET
    @Path("entries/{bundle: .+}")
    @RequiresPermission(AuditPermissions.READ)
    public Response entries(@PathParam("bundle") String bundle, @Context HttpServletRequest request) {
        TilePath path = TilePath.parse(bundle);
        return Response.ok(
                        log.use(service -> service.entries(RestRequests.caller(request), path.number(), path.width())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
