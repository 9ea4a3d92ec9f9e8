package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailPackage;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BeanParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;

/** Packages for auditors (Prüfpakete). */
@Path("packages")
@RequiresPermission(AuditPermissions.READ)
public final class PackageResource {

    private final Replaceable<AuditSearch> search;

    PackageResource(Replaceable<AuditSearch> search) {
        this.search = search;
    }

    /** Not a GET: that it was handed out is recorded. */
    @POST
    @Produces("application/zip")
    public Response writePackage(
            @BeanParam QueryParameters parameters, @Context UriInfo address, @Context HttpServletRequest request) {
        // A filter that is mistyped, or stands where nobody reads it, would hand out more than was meant.
        mustHaveNoBody(request);
        QueryParameters.mustNarrow(address.getQueryParameters());
        TrailQuery query = parameters.query(null, AuditSearch.LARGEST_PAGE);
        Caller caller = RestRequests.caller(request);
        // What is refused is refused before it becomes a download.
        TrailPackage prepared = search.use(service -> service.preparePackage(caller, query));
        StreamingOutput body = out -> {
            try {
                // The service does not go while it is written.
                search.use(service -> {
                    try {
                        prepared.write(out);
                        return null;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pruefpaket.zip\"")
                .build();
    }

    private static void mustHaveNoBody(HttpServletRequest request) {
        // A form was read to its end before, so its stream does not tell (RFC 9112 section 6.3 does).
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            throw RestRequests.malformed(
                    "filter-in-body",
                    new Text(
                            "Der Filter steht in der Adresse, wie packages?objectType=Paper. Senden Sie die Anfrage ohne Inhalt.",
                            "The filter stands in the address, such as packages?objectType=Paper. Send the request without a body."));
        }
    }
}
