package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Session;
import de.kreiswerk.identity.api.Sessions;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Who is signed in, over REST. */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission(IdentityPermissions.SESSIONS)
public final class SessionsResource {

    private static final int LARGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;

    private final Replaceable<Sessions> sessions;

    SessionsResource(Replaceable<Sessions> sessions) {
        this.sessions = sessions;
    }

    @GET
    public RestRequests.All<Session> list(
            @QueryParam("text") String text, @QueryParam("limit") String limit, @Context HttpServletRequest request) {
        int rows = Requests.limit(limit, LARGEST_PAGE, USUAL_PAGE);
        return new RestRequests.All<>(sessions.use(service -> service.list(RestRequests.caller(request), text, rows)));
    }

    @DELETE
    @Path("{handle}")
    public Response end(@PathParam("handle") String handle, @Context HttpServletRequest request) {
        return sessions.use(service -> {
            service.end(RestRequests.caller(request), handle);
            return Response.noContent().build();
        });
    }
}
