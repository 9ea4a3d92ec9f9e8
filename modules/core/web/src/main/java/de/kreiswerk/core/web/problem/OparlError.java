package de.kreiswerk.core.web.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.kreiswerk.core.api.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A problem as OParl wants it (OParl 1.1, chapter 2.9), also while the bundle that serves OParl is away. */
public final class OparlError {

    /** The media type. */
    public static final String MEDIA_TYPE = "application/json;charset=utf-8";

    private static final String TYPE = "https://schema.oparl.org/1.1/Error";
    private static final String BASE = "/oparl";

    private final JsonFactory factory = new JsonFactory();

    /**
     * Whether an address is OParl's.
     *
     * @param address the path of a request, null when it is not known
     * @return true for {@code /oparl} and what is below
     */
    public static boolean isFor(String address) {
        return address != null && (address.equals(BASE) || address.startsWith(BASE + "/"));
    }

    /**
     * Writes a problem.
     *
     * @param problem what went wrong
     * @param locale the reader's language
     * @param requestId the id of the request, null when there is none
     * @return JSON: type, message, debug
     */
    public byte[] json(Problem problem, Locale locale, String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", TYPE);
            json.writeStringField("message", problem.detail().in(locale));
            json.writeStringField("debug", problem.code() + (requestId == null ? "" : ", request " + requestId));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
