package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.IdentityPermissions;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Who stands in for whom, over REST. Everybody may ask about themselves; the service asks for more where others are meant. */
@Path("deputyships")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(value = IdentityPermissions.GRANTS, or = IdentityPermissions.OWN_ACCOUNT)
public final class DeputiesResource {

    private final Replaceable<Deputies> deputies;
    private final Pages pages;

    DeputiesResource(Replaceable<Deputies> deputies, Pages pages) {
        this.deputies = deputies;
        this.pages = pages;
    }

    @GET
    @RequiresPermission(IdentityPermissions.READ)
    public RestRequests.All<Deputyship> all(@Context HttpServletRequest request) {
        return new RestRequests.All<>(deputies.use(service -> service.all(RestRequests.caller(request))));
    }

    @GET
    @Path("of/{account}")
    @RequiresPermission(value = IdentityPermissions.READ, or = IdentityPermissions.OWN_ACCOUNT)
    public RestRequests.All<Deputyship> of(@PathParam("account") String account, @Context HttpServletRequest request) {
        return new RestRequests.All<>(deputies.use(service -> service.of(RestRequests.caller(request), account)));
    }

    @POST
    @Path("of/{account}")
    public Response appoint(
            Deputies.Entry entry, @PathParam("account") String account, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Deputyship agreed = deputies.use(service -> service.appoint(RestRequests.caller(request), account, entry));
        return Requests.created(pages, "deputyships/" + agreed.id(), agreed, null);
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id, @Context HttpServletRequest request) {
        return deputies.use(service -> {
            service.end(RestRequests.caller(request), id);
            return Response.noContent().build();
        });
    }
}
