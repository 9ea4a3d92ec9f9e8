package de.kreiswerk.core.web.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.ProblemDetails;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** Problem details as JSON (RFC 9457 section 3), with code, requestId and places as extension members. */
@Component
public final class JsonProblemDetails implements ProblemDetails {

    private final JsonFactory factory = new JsonFactory();

    @Override
    public String json(Problem problem, Locale locale, String requestId) {
        StringWriter out = new StringWriter(512);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "urn:kreiswerk:problem:" + problem.code());
            json.writeStringField("title", problem.title().in(locale));
            json.writeNumberField("status", problem.kind().status());
            json.writeStringField("detail", problem.detail().in(locale));
            json.writeStringField("code", problem.code());
            if (requestId != null) {
                json.writeStringField("requestId", requestId);
            }
            if (!problem.places().isEmpty()) {
                places(json, problem, locale);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void places(JsonGenerator json, Problem problem, Locale locale) throws IOException {
        json.writeArrayFieldStart("places");
        for (Problem.Place place : problem.places()) {
            json.writeStartObject();
            json.writeNumberField("line", place.line());
            json.writeStringField("reason", place.reason().in(locale));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
