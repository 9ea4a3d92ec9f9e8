package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.problem.Problem;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Writes a problem as problem details (RFC 9457), the same for every surface that speaks JSON. */
@ProviderType
public interface ProblemDetails {

    /** The media type. */
    String MEDIA_TYPE = "application/problem+json";

    /**
     * Writes a problem.
     *
     * @param problem what went wrong
     * @param locale the reader's language
     * @param requestId the id of the request, null when there is none
     * @return JSON: type, title, status, detail, code, requestId, places
     */
    String json(Problem problem, Locale locale, String requestId);
}
