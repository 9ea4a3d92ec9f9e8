package de.kreiswerk.audit.rest;

import de.kreiswerk.core.api.web.Public;
import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** What there is in this area, for programs (OpenAPI 3.0). */
@Path("openapi.json")
@Public
public final class OpenApiResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] description() throws IOException {
        try (InputStream in = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
            return in.readAllBytes();
        }
    }
}
