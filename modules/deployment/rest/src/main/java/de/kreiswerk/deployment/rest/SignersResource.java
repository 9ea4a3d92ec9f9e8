package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Who may sign components, over REST. */
@Path("signers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(DeploymentPermissions.READ)
public final class SignersResource {

    private final Replaceable<Signers> signers;
    private final Addresses addresses;

    SignersResource(Replaceable<Signers> signers, Addresses addresses) {
        this.signers = signers;
        this.addresses = addresses;
    }

    /**
     * Why a key is revoked.
     *
     * @param reason 1 to 500 characters
     */
    public record Revocation(String reason) {}

    @GET
    public RestRequests.All<Signer> all(@Context HttpServletRequest request) {
        return new RestRequests.All<>(signers.use(service -> service.all(RestRequests.caller(request))));
    }

    @GET
    @Path("{id}")
    public Signer get(@PathParam("id") String id, @Context HttpServletRequest request) {
        return all(request).data().stream()
                .filter(signer -> signer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Requests.notFound(
                        "signer-not-found", new Text("Diesen Schlüssel gibt es nicht.", "There is no such key.")));
    }

    @GET
    @Path("{id}/concerned")
    public RestRequests.All<Signers.Concerned> concerned(
            @PathParam("id") String id, @Context HttpServletRequest request) {
        return new RestRequests.All<>(signers.use(service -> service.concerned(RestRequests.caller(request), id)));
    }

    @POST
    @RequiresPermission(DeploymentPermissions.ADMINISTER)
    public Response register(Signers.Entry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Signer signer = signers.use(service -> service.register(RestRequests.caller(request), entry));
        return Response.created(addresses.signer(signer.id())).entity(signer).build();
    }

    @POST
    @Path("{id}/revocation")
    @RequiresPermission(DeploymentPermissions.ADMINISTER)
    public Signer revoke(Revocation entry, @PathParam("id") String id, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        return signers.use(service -> service.revoke(RestRequests.caller(request), id, entry.reason()));
    }
}
