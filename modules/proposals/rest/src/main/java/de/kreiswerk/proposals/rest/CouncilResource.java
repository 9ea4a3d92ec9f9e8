package de.kreiswerk.proposals.rest;

import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

/** Committees and meetings over REST. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission(ProposalsPermissions.READ)
public final class CouncilResource {

    private final Replaceable<Council> council;

    CouncilResource(Replaceable<Council> council) {
        this.council = council;
    }

    /** A whole list. */
    record All<T>(List<T> data) {}

    @GET
    @Path("organizations")
    public All<Council.Organization> organizations(@Context HttpServletRequest request) {
        return new All<>(council.use(service -> service.organizations(Requests.caller(request))));
    }

    @GET
    @Path("meetings")
    public All<Council.Meeting> meetings(@Context HttpServletRequest request) {
        return new All<>(council.use(service -> service.meetings(Requests.caller(request))));
    }
}
