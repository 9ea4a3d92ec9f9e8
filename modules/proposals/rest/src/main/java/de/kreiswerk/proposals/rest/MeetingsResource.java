package de.kreiswerk.proposals.rest;

import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.CouncilOffice.MeetingEntry;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.rest.Creations.Created;
import java.util.List;
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

/** Meetings and their agendas over REST. */
@Path("meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(ProposalsPermissions.COUNCIL)
public final class MeetingsResource {

    private final Replaceable<Council> council;
    private final Replaceable<CouncilOffice> office;
    private final Creations creations;

    MeetingsResource(Replaceable<Council> council, Replaceable<CouncilOffice> office, Creations creations) {
        this.council = council;
        this.office = office;
        this.creations = creations;
    }

    /** The body of a change of an agenda. */
    record NewAgenda(List<AgendaItemEntry> items) {}

    @GET
    @RequiresPermission(ProposalsPermissions.READ)
    public RestRequests.All<Council.Meeting> meetings(@Context HttpServletRequest request) {
        return new RestRequests.All<>(council.use(service -> service.meetings(RestRequests.caller(request))));
    }

    @POST
    public Response schedule(MeetingEntry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        return office.use(service -> creations.create(request, "meetings", entry, () -> {
            Council.Meeting scheduled = service.schedule(RestRequests.caller(request), entry);
            return new Created(scheduled.id(), scheduled.revision(), scheduled);
        }));
    }

    @PUT
    @Path("{id}")
    public Response change(
            MeetingEntry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Council.Meeting changed =
                office.use(service -> service.changeMeeting(RestRequests.caller(request), id, entry, expected));
        return Answers.of(changed, changed.revision());
    }

    @DELETE
    @Path("{id}")
    public Response withdraw(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context HttpServletRequest request) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        return office.use(service -> {
            service.withdrawMeeting(RestRequests.caller(request), id, expected);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{id}/agenda")
    @RequiresPermission(ProposalsPermissions.READ)
    public Response agenda(@PathParam("id") String id, @Context HttpServletRequest request) {
        Council.Agenda agenda = council.use(service -> service.agenda(RestRequests.caller(request), id));
        return Answers.of(agenda, agenda.revision());
    }

    @PUT
    @Path("{id}/agenda")
    public Response replaceAgenda(
            NewAgenda body,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(body);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Council.Agenda agenda =
                office.use(service -> service.replaceAgenda(RestRequests.caller(request), id, body.items(), expected));
        return Answers.of(agenda, agenda.revision());
    }
}
