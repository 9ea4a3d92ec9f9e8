package de.kreiswerk.proposals.rest;

import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.rest.Creations.Created;
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
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Committees, persons, terms and places over REST. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(ProposalsPermissions.COUNCIL)
public final class CouncilResource {

    private final Replaceable<Council> council;
    private final Replaceable<CouncilOffice> office;
    private final Creations creations;

    CouncilResource(Replaceable<Council> council, Replaceable<CouncilOffice> office, Creations creations) {
        this.council = council;
        this.office = office;
        this.creations = creations;
    }

    @GET
    @Path("organizations")
    @RequiresPermission(ProposalsPermissions.READ)
    public RestRequests.All<Council.Organization> organizations(@Context HttpServletRequest request) {
        return new RestRequests.All<>(council.use(service -> service.organizations(RestRequests.caller(request))));
    }

    @POST
    @Path("organizations")
    public Response addOrganization(CouncilOffice.OrganizationEntry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        return office.use(service -> creations.create(request, "organizations", entry, () -> {
            Council.Organization added = service.addOrganization(RestRequests.caller(request), entry);
            return new Created(added.id(), added.revision(), added);
        }));
    }

    @PUT
    @Path("organizations/{id}")
    public Response changeOrganization(
            CouncilOffice.OrganizationEntry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Council.Organization changed =
                office.use(service -> service.changeOrganization(RestRequests.caller(request), id, entry, expected));
        return Answers.of(changed, changed.revision());
    }

    @DELETE
    @Path("organizations/{id}")
    public Response removeOrganization(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context HttpServletRequest request) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        return office.use(service -> {
            service.removeOrganization(RestRequests.caller(request), id, expected);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("persons")
    @RequiresPermission(ProposalsPermissions.READ)
    public RestRequests.All<Council.Person> persons(@Context HttpServletRequest request) {
        return new RestRequests.All<>(council.use(service -> service.persons(RestRequests.caller(request))));
    }

    @POST
    @Path("persons")
    public Response addPerson(CouncilOffice.PersonEntry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        return office.use(service -> creations.create(request, "persons", entry, () -> {
            Council.Person added = service.addPerson(RestRequests.caller(request), entry);
            return new Created(added.id(), added.revision(), added);
        }));
    }

    @PUT
    @Path("persons/{id}")
    public Response changePerson(
            CouncilOffice.PersonEntry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Council.Person changed =
                office.use(service -> service.changePerson(RestRequests.caller(request), id, entry, expected));
        return Answers.of(changed, changed.revision());
    }

    @DELETE
    @Path("persons/{id}")
    public Response removePerson(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context HttpServletRequest request) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        return office.use(service -> {
            service.removePerson(RestRequests.caller(request), id, expected);
            return Response.noContent().build();
        });
    }

    @POST
    @Path("memberships")
    public Response addMembership(CouncilOffice.MembershipEntry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        return office.use(service -> creations.create(request, "memberships", entry, () -> {
            Council.Membership added = service.addMembership(RestRequests.caller(request), entry);
            return new Created(added.id(), added.revision(), added);
        }));
    }

    @PUT
    @Path("memberships/{id}")
    public Response changeMembership(
            CouncilOffice.MembershipEntry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Council.Membership changed =
                office.use(service -> service.changeMembership(RestRequests.caller(request), id, entry, expected));
        return Answers.of(changed, changed.revision());
    }

    @DELETE
    @Path("memberships/{id}")
    public Response removeMembership(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context HttpServletRequest request) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        return office.use(service -> {
            service.removeMembership(RestRequests.caller(request), id, expected);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("legislative-terms")
    @RequiresPermission(ProposalsPermissions.READ)
    public RestRequests.All<Council.LegislativeTerm> legislativeTerms(@Context HttpServletRequest request) {
        return new RestRequests.All<>(council.use(service -> service.legislativeTerms(RestRequests.caller(request))));
    }

    @POST
    @Path("legislative-terms")
    public Response addLegislativeTerm(CouncilOffice.LegislativeTermEntry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        return office.use(service -> creations.create(request, "legislative-terms", entry, () -> {
            Council.LegislativeTerm added = service.addLegislativeTerm(RestRequests.caller(request), entry);
            return new Created(added.id(), added.revision(), added);
        }));
    }

    @PUT
    @Path("legislative-terms/{id}")
    public Response changeLegislativeTerm(
            CouncilOffice.LegislativeTermEntry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Council.LegislativeTerm changed =
                office.use(service -> service.changeLegislativeTerm(RestRequests.caller(request), id, entry, expected));
        return Answers.of(changed, changed.revision());
    }

    @DELETE
    @Path("legislative-terms/{id}")
    public Response removeLegislativeTerm(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context HttpServletRequest request) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        return office.use(service -> {
            service.removeLegislativeTerm(RestRequests.caller(request), id, expected);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("locations")
    @RequiresPermission(ProposalsPermissions.READ)
    public RestRequests.All<Council.Location> locations(@Context HttpServletRequest request) {
        return new RestRequests.All<>(council.use(service -> service.locations(RestRequests.caller(request))));
    }

    @POST
    @Path("locations")
    public Response addLocation(CouncilOffice.LocationEntry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        return office.use(service -> creations.create(request, "locations", entry, () -> {
            Council.Location added = service.addLocation(RestRequests.caller(request), entry);
            return new Created(added.id(), added.revision(), added);
        }));
    }

    @PUT
    @Path("locations/{id}")
    public Response changeLocation(
            CouncilOffice.LocationEntry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Council.Location changed =
                office.use(service -> service.changeLocation(RestRequests.caller(request), id, entry, expected));
        return Answers.of(changed, changed.revision());
    }

    @GET
    @Path("consultations")
    @RequiresPermission(ProposalsPermissions.READ)
    public RestRequests.All<Council.Consultation> consultations(
            @QueryParam("paper") String paper, @Context HttpServletRequest request) {
        String id = RestRequests.mandatoryText("paper", paper, 36);
        return new RestRequests.All<>(council.use(service -> service.consultations(RestRequests.caller(request), id)));
    }
}
