package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Switch;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Switches over REST: how far one is, what came of it, and that nobody wants it any more. */
@Path("switches")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission(DeploymentPermissions.READ)
public final class SwitchesResource {

    private final Replaceable<Components> components;
    private final Waits waits;

    SwitchesResource(Replaceable<Components> components, Waits waits) {
        this.components = components;
        this.waits = waits;
    }

    @GET
    @Path("{id}")
    public Response get(
            @PathParam("id") String id, @QueryParam("wait") String wait, @Context HttpServletRequest request) {
        Switch found = waits.await(RestRequests.caller(request), id, Requests.wait(wait, Components.LONGEST_WAIT));
        Response.ResponseBuilder answer = Response.ok(found);
        return found.state() == Switch.State.RUNNING
                ? answer.header(HttpHeaders.RETRY_AFTER, ComponentsResource.RETRY_SECONDS)
                        .build()
                : answer.build();
    }

    @POST
    @Path("{id}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission(DeploymentPermissions.DEPLOY)
    public Response cancel(@PathParam("id") String id, @Context HttpServletRequest request) {
        Switch asked = components.use(service -> service.cancel(RestRequests.caller(request), id));
        return Response.accepted(asked)
                .header(HttpHeaders.RETRY_AFTER, ComponentsResource.RETRY_SECONDS)
                .build();
    }
}
