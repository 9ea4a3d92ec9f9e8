package de.kreiswerk.itest.careless;

import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.RequiresPermission;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** Two operations that state nothing, one with a permission, one for everyone. */
@Path("careless")
public final class CarelessResource {

    /** States nothing. */
    @GET
    public String read() {
        return "read";
    }

    /** States nothing. */
    @DELETE
    @Path("{id}")
    public String remove(@PathParam("id") String id) {
        return "removed " + id;
    }

    /** States a permission. */
    @POST
    @RequiresPermission("careless.write")
    public String write() {
        return "written";
    }

    /** For everyone. */
    @GET
    @Path("everyone")
    @Public
    public String everyone() {
        return "everyone";
    }
}
