package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.core.restkit.RestRequests;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.IdentityPermissions;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
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

/** Departments over REST. Their short names are unique, so that making one twice makes one. */
@Path("departments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(IdentityPermissions.READ)
public final class DepartmentsResource {

    private final Replaceable<Departments> departments;
    private final Pages pages;

    DepartmentsResource(Replaceable<Departments> departments, Pages pages) {
        this.departments = departments;
        this.pages = pages;
    }

    @GET
    public RestRequests.All<Department> all(@Context HttpServletRequest request) {
        return new RestRequests.All<>(departments.use(service -> service.all(RestRequests.caller(request))));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id, @Context HttpServletRequest request) {
        Department department = departments.use(service -> service.get(RestRequests.caller(request), id));
        return RestRequests.ok(department, department.revision());
    }

    @POST
    @RequiresPermission(IdentityPermissions.DEPARTMENTS)
    public Response add(Departments.Entry entry, @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Department department = departments.use(service -> service.add(RestRequests.caller(request), entry));
        return Requests.created(pages, "departments/" + department.id(), department, department.revision());
    }

    @PUT
    @Path("{id}")
    @RequiresPermission(IdentityPermissions.DEPARTMENTS)
    public Response change(
            Departments.Entry entry,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Context HttpServletRequest request) {
        RestRequests.mustHaveBody(entry);
        Long expected = RestRequests.expectedRevision(ifMatch);
        Department department =
                departments.use(service -> service.change(RestRequests.caller(request), id, entry, expected));
        return RestRequests.ok(department, department.revision());
    }
}
