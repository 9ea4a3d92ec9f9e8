package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.identity.api.CouncilMembers;
import de.kreiswerk.identity.api.IdentityPermissions;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Which account is which person of the council, over REST. */
@Path("council-members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(IdentityPermissions.READ)
public final class CouncilMembersResource {

    private final Replaceable<CouncilMembers> members;

    CouncilMembersResource(Replaceable<CouncilMembers> members) {
        this.members = members;
    }

    /**
     * Who an account is.
     *
     * @param personId the id of a Person of OParl
     */
    public record Entry(String personId) {}

    @GET
    @Path("{account}")
    @RequiresPermission(value = IdentityPermissions.READ, or = IdentityPermissions.OWN_ACCOUNT)
    public CouncilMembers.Member get(@PathParam("account") String account, @Context HttpServletRequest request) {
        return members.use(service -> service.of(RestRequests.caller(request), account))
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.NOT_FOUND,
                        "council-member-not-found",
                        new Text("Nicht gefunden", "Not found"),
                        new Text("Dieses Konto ist niemand im Rat.", "This account is nobody in the council.")));
    }

    @PUT
    @Path("{account}")
    @RequiresPermission(IdentityPermissions.GRANTS)
    public Response set(Entry entry, @PathParam("account") String account, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry == null ? null : entry.personId());
        members.use(service -> {
            service.set(RestRequests.caller(request), account, entry.personId());
            return null;
        });
        return answer(account, request);
    }

    /** Whoever may set it but not read it must not be told that nothing was done. */
    private Response answer(String account, HttpServletRequest request) {
        try {
            return Response.ok(get(account, request)).build();
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.FORBIDDEN) {
                return Response.noContent().build();
            }
            throw e;
        }
    }

    @DELETE
    @Path("{account}")
    @RequiresPermission(IdentityPermissions.GRANTS)
    public Response remove(@PathParam("account") String account, @Context HttpServletRequest request) {
        return members.use(service -> {
            service.set(RestRequests.caller(request), account, null);
            return Response.noContent().build();
        });
    }
}
