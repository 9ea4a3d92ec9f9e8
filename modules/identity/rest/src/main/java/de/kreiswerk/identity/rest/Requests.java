package de.kreiswerk.identity.rest;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.restkit.RestRequests;
import java.net.URI;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

/** What only the requests to this area, and their answers, have in common. */
final class Requests {

    static final String BASE = "/api/identity/v1";

    private Requests() {}

    static int limit(String value, int most, int usual) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        if (value.strip().matches("\\d{1,6}") && Integer.parseInt(value.strip()) >= 1) {
            int limit = Integer.parseInt(value.strip());
            if (limit <= most) {
                return limit;
            }
        }
        throw RestRequests.malformed(
                "parameter-malformed",
                new Text(
                        "Der Parameter „limit“ muss eine Zahl von 1 bis " + most + " sein.",
                        "The parameter 'limit' must be a number from 1 to " + most + "."));
    }

    static Response created(Pages pages, String path, Object body, Long revision) {
        Response.ResponseBuilder answer = Response.created(URI.create(pages.baseUrl() + BASE + "/" + path))
                .entity(body);
        return revision == null
                ? answer.build()
                : answer.tag(new EntityTag(String.valueOf(revision))).build();
    }
}
