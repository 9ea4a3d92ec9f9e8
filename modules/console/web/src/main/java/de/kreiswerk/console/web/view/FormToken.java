package de.kreiswerk.console.web.view;

import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;

/** The token that proves that a form comes from a page of the caller's own session. */
public final class FormToken {

    private FormToken() {}

    /** Null when the caller has no session and therefore needs none. */
    public static String of(HttpServletRequest request) {
        return (String) request.getAttribute(WebConstants.CSRF_TOKEN);
    }
}
