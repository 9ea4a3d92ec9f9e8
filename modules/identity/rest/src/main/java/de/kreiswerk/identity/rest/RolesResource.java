package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.Roles;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Roles over REST, and the permissions that there are. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(IdentityPermissions.ROLES)
public final class RolesResource {

    private final Replaceable<Roles> roles;
    private final Pages pages;

    RolesResource(Replaceable<Roles> roles, Pages pages) {
        this.roles = roles;
        this.pages = pages;
    }

    @GET
    @Path("permissions")
    @RequiresPermission(IdentityPermissions.READ)
    public Map<String, Text> permissions(@Context HttpServletRequest request) {
        return roles.use(service -> service.permissions(RestRequests.caller(request)));
    }

    @GET
    @Path("roles")
    @RequiresPermission(IdentityPermissions.READ)
    public RestRequests.All<Role> all(@Context HttpServletRequest request) {
        return new RestRequests.All<>(roles.use(service -> service.all(RestRequests.caller(request))));
    }

    @POST
    @Path("roles")
    public Response add(Roles.Entry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Role role = roles.use(service -> service.add(RestRequests.caller(request), entry));
        return Requests.created(pages, "roles/" + role.id(), role, role.revision());
    }

    @PUT
    @Path("roles/{id}")
    public Response change(
            Roles.Entry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Role role = roles.use(service -> service.change(RestRequests.caller(request), id, entry, expected));
        return RestRequests.ok(role, role.revision());
    }

    @DELETE
    @Path("roles/{id}")
    public Response remove(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context HttpServletRequest request) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        return roles.use(service -> {
            service.remove(RestRequests.caller(request), id, expected);
            return Response.noContent().build();
        });
    }
}
