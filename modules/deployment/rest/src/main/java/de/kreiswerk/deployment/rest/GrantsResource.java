package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.DeploymentGrants;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What departments may deploy, over REST. */
@Path("departments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(DeploymentPermissions.READ)
public final class GrantsResource {

    private final Replaceable<DeploymentGrants> grants;

    GrantsResource(Replaceable<DeploymentGrants> grants) {
        this.grants = grants;
    }

    @GET
    public RestRequests.All<DeploymentGrant> all(@Context HttpServletRequest request) {
        return new RestRequests.All<>(grants.use(service -> service.all(RestRequests.caller(request))));
    }

    @GET
    @Path("wants")
    public RestRequests.All<DeploymentGrants.Want> wants() {
        return new RestRequests.All<>(grants.use(DeploymentGrants::wants));
    }

    @GET
    @Path("{department}/grant")
    public Response get(@PathParam("department") String department, @Context HttpServletRequest request) {
        DeploymentGrant grant = grants.use(service -> service.find(RestRequests.caller(request), department))
                .orElseThrow(() -> Requests.notFound(
                        "grant-not-found",
                        new Text(
                                "Dieser Fachbereich darf noch nichts einspielen.",
                                "This department may not deploy anything yet.")));
        return RestRequests.ok(grant, grant.revision());
    }

    @PUT
    @Path("{department}/grant")
    @RequiresPermission(DeploymentPermissions.ADMINISTER)
    public Response put(
            DeploymentGrants.Entry entry,
            @PathParam("department") String department,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        DeploymentGrant grant =
                grants.use(service -> service.put(RestRequests.caller(request), department, entry, expected));
        return RestRequests.ok(grant, grant.revision());
    }
}
