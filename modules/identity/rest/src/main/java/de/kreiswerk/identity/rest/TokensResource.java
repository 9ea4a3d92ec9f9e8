package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Token;
import de.kreiswerk.identity.api.Tokens;
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

/** Tokens of machines over REST. The names of those that hold are unique, so that making one twice makes one. */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(IdentityPermissions.TOKENS)
public final class TokensResource {

    private final Replaceable<Tokens> tokens;
    private final Pages pages;

    TokensResource(Replaceable<Tokens> tokens, Pages pages) {
        this.tokens = tokens;
        this.pages = pages;
    }

    @GET
    public RestRequests.All<Token> all(@Context HttpServletRequest request) {
        return new RestRequests.All<>(tokens.use(service -> service.list(RestRequests.caller(request))));
    }

    @POST
    public Response add(Tokens.Entry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Tokens.Issued issued = tokens.use(service -> service.add(RestRequests.caller(request), entry));
        return Requests.created(pages, "tokens/" + issued.token().id(), issued, null);
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@PathParam("id") String id, @Context HttpServletRequest request) {
        return tokens.use(service -> {
            service.revoke(RestRequests.caller(request), id);
            return Response.noContent().build();
        });
    }
}
