package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequiresPermission;
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
    public Requests.All<DeploymentGrant> all(@Context HttpServletRequest request) {
        return new Requests.All<>(grants.use(service -> service.all(Requests.caller(request))));
    }

    @GET
    @Path("wants")
    public Requests.All<DeploymentGrants.Want> wants() {
        return new Requests.All<>(grants.use(DeploymentGrants::wants));
    }

    @GET
    @Path("{department}/grant")
    public Response get(@PathParam("department") String department, @Context HttpServletRequest request) {
        DeploymentGrant grant = grants.use(service -> service.find(Requests.caller(request), department))
                .orElseThrow(() -> Requests.notFound(
                        "grant-not-found",
                        new Text(
                                "Dieser Fachbereich darf noch nichts einspielen.",
                                "This department may not deploy anything yet.")));
        return Requests.ok(grant, grant.revision());
    }

    @PUT
    @Path("{department}/grant")
    @RequiresPermission(DeploymentPermissions.ADMINISTER)
    public Response put(
            DeploymentGrants.Entry entry,
            @PathParam("department") String department,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpServletRequest request) {
        Requests.mustHaveBody(entry);
        Long expected = Requests.expectedRevision(ifMatch);
        DeploymentGrant grant =
                grants.use(service -> service.put(Requests.caller(request), department, entry, expected));
        return Requests.ok(grant, grant.revision());
    }
}
