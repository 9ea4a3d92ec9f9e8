package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.deployment.api.Belongings;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.NodeRun;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.api.ServiceMap;
import de.kreiswerk.deployment.api.Switch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Components and their versions over REST. A version is known by its archive's SHA-256, so that sending it twice keeps one. */
@Path("components")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RequiresPermission(DeploymentPermissions.READ)
public final class ComponentsResource {

    static final String RETRY_SECONDS = "1";
    /** A deletion begins with a switch. */
    private static final Set<String> UNDER_WAY = Set.of("switch-under-way", "component-being-deleted");

    private final Replaceable<Components> components;
    private final Addresses addresses;
    private final Clock clock;

    ComponentsResource(Replaceable<Components> components, Addresses addresses) {
        this(components, addresses, Clock.systemUTC());
    }

    ComponentsResource(Replaceable<Components> components, Addresses addresses, Clock clock) {
        this.components = components;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GET
    public RestRequests.All<Component> all(@Context HttpServletRequest request) {
        return new RestRequests.All<>(components.use(service -> service.all(RestRequests.caller(request))));
    }

    @GET
    @Path("{name}")
    public Response get(@PathParam("name") String name, @Context HttpServletRequest request) {
        Component component = find(name, request);
        return RestRequests.ok(component, component.revision());
    }

    @POST
    @Consumes({"application/zip", "application/java-archive", MediaType.APPLICATION_OCTET_STREAM})
    @RequiresPermission(DeploymentPermissions.DEPLOY)
    public Response upload(InputStream archive, @Context HttpServletRequest request) {
        LimitedArchive.refuseLargerThan(Components.LARGEST, request.getContentLengthLong());
        Caller caller = RestRequests.caller(request);
        // As precise as it is noted.
        Instant begin = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return components.use(service -> {
            ComponentVersion version = read(service, caller, archive);
            Response.ResponseBuilder answer = version.uploaded().isBefore(begin)
                    ? Response.ok()
                    : Response.created(addresses.version(version.component(), version.archive()));
            return answer.entity(version).build();
        });
    }

    private static ComponentVersion read(Components service, Caller caller, InputStream archive) {
        try {
            return service.upload(caller, LimitedArchive.of(archive, Components.LARGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("{name}/versions/{archive}")
    public ComponentVersion version(
            @PathParam("name") String name, @PathParam("archive") String archive, @Context HttpServletRequest request) {
        return find(name, request).versions().stream()
                .filter(version -> version.archive().equals(archive))
                .findFirst()
                .orElseThrow(() -> Requests.notFound(
                        "version-not-found",
                        new Text(
                                "Diese Version gibt es nicht, oder sie wurde vergessen.",
                                "There is no such version, or it was forgotten.")));
    }

    @POST
    @Path("{name}/versions/{archive}/approval")
    @RequiresPermission(DeploymentPermissions.APPROVE)
    public ComponentVersion approve(
            @PathParam("name") String name, @PathParam("archive") String archive, @Context HttpServletRequest request) {
        return components.use(service -> service.approve(RestRequests.caller(request), name, archive));
    }

    @DELETE
    @Path("{name}/versions/{archive}")
    @RequiresPermission(DeploymentPermissions.DEPLOY)
    public Response discard(
            @PathParam("name") String name, @PathParam("archive") String archive, @Context HttpServletRequest request) {
        return components.use(service -> {
            service.discard(RestRequests.caller(request), name, archive);
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{name}/versions/{archive}/plan")
    public Plan plan(
            @PathParam("name") String name, @PathParam("archive") String archive, @Context HttpServletRequest request) {
        return components.use(service -> service.plan(RestRequests.caller(request), name, archive));
    }

    @POST
    @Path("{name}/versions/{archive}/switch")
    @RequiresPermission(DeploymentPermissions.DEPLOY)
    public Response switchTo(
            @PathParam("name") String name,
            @PathParam("archive") String archive,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        Caller caller = RestRequests.caller(request);
        return begun(service -> service.switchTo(caller, name, archive, expected), name, request, response);
    }

    @POST
    @Path("{name}/rollback")
    @RequiresPermission(DeploymentPermissions.DEPLOY)
    public Response rollback(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        Long expected = RestRequests.expectedRevision(ifMatch);
        Caller caller = RestRequests.caller(request);
        return begun(service -> service.rollback(caller, name, expected), name, request, response);
    }

    @DELETE
    @Path("{name}")
    @RequiresPermission(DeploymentPermissions.DEPLOY)
    public Response remove(
            @PathParam("name") String name,
            @QueryParam("data") String data,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        boolean deletes = Requests.deletesData(data);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Caller caller = RestRequests.caller(request);
        return begun(
                service -> deletes
                        ? service.removeWithData(caller, name, expected)
                        : service.remove(caller, name, expected),
                name,
                request,
                response);
    }

    @GET
    @Path("{name}/belongings")
    public Belongings belongings(@PathParam("name") String name, @Context HttpServletRequest request) {
        return components.use(service -> service.belongings(RestRequests.caller(request), name));
    }

    @GET
    @Path("{name}/plan-of-rollback")
    public Plan planOfRollback(@PathParam("name") String name, @Context HttpServletRequest request) {
        return components.use(service -> service.planOfRollback(RestRequests.caller(request), name));
    }

    @GET
    @Path("{name}/plan-of-removal")
    public Plan planOfRemoval(@PathParam("name") String name, @Context HttpServletRequest request) {
        return components.use(service -> service.plan(RestRequests.caller(request), name, null));
    }

    @GET
    @Path("{name}/nodes")
    public RestRequests.All<NodeRun> nodes(@PathParam("name") String name, @Context HttpServletRequest request) {
        return new RestRequests.All<>(components.use(service -> service.nodes(RestRequests.caller(request), name)));
    }

    @GET
    @Path("{name}/map")
    public ServiceMap map(@PathParam("name") String name, @Context HttpServletRequest request) {
        return components.use(service -> service.map(RestRequests.caller(request), name));
    }

    @GET
    @Path("{name}/switches")
    public RestRequests.All<Switch> history(@PathParam("name") String name, @Context HttpServletRequest request) {
        return new RestRequests.All<>(components.use(service -> service.history(RestRequests.caller(request), name)));
    }

    private Component find(String name, HttpServletRequest request) {
        return components.use(service -> service.get(RestRequests.caller(request), name));
    }

    private Response begun(
            Function<Components, Switch> begin, String name, HttpServletRequest request, HttpServletResponse response) {
        try {
            Switch begun = components.use(begin);
            return Response.accepted(begun)
                    .location(addresses.change(begun.id()))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        } catch (ProblemException refused) {
            if (UNDER_WAY.contains(refused.problem().code())) {
                nameTheOther(name, request, response);
            }
            throw refused;
        }
    }

    /** Whoever comes second is led to what is under way. */
    private void nameTheOther(String name, HttpServletRequest request, HttpServletResponse response) {
        try {
            String underWay = find(name, request).switching();
            if (underWay != null) {
                response.setHeader(
                        HttpHeaders.LOCATION, addresses.change(underWay).toString());
            }
        } catch (ProblemException unknown) {
            // Then the refusal says all there is to say: it has ended, or the caller may not read.
            return;
        }
    }
}
