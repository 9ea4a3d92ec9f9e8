package de.kreiswerk.core.web.health;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;

/** Who may read what a health check says beyond its state. */
final class MessageAccess {

    static final String PERMISSION = "platform.health";

    private MessageAccess() {}

    static boolean allowed(HttpServletRequest request) {
        return request.getAttribute(WebConstants.CALLER) instanceof Caller caller && caller.mayAnywhere(PERMISSION);
    }
}
