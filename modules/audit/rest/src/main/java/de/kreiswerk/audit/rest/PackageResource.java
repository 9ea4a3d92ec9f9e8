package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.core.api.identity.Caller;
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
    public Response writePackage(@BeanParam QueryParameters parameters, @Context HttpServletRequest request) {
        TrailQuery query = parameters.query(null, AuditSearch.LARGEST_PAGE);
        Caller caller = RestRequests.caller(request);
        StreamingOutput body = out -> {
            try {
                search.use(service -> {
                    try {
                        service.writePackage(caller, query, out);
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
}
