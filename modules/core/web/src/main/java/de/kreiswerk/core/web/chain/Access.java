package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;

/** Whether a request may come in at an endpoint. */
final class Access {

    private Access() {}

    /** Why not, or null when it may. */
    static Problem refusal(Endpoint endpoint, HttpServletRequest request) {
        return switch (endpoint.access()) {
            case PUBLIC, BY_OPERATION -> null;
            case PERMISSION -> byPermission(request, endpoint.permission());
            case NOBODY -> byPermission(request, null);
        };
    }

    private static Problem byPermission(HttpServletRequest request, String permission) {
        if (Boolean.TRUE.equals(request.getAttribute(WebConstants.IDENTITY_AWAY))) {
            return Problems.identityAway();
        }
        if (!(request.getAttribute(WebConstants.CALLER) instanceof Caller caller)) {
            return Problems.tokenNotValid();
        }
        if (permission == null) {
            return Problems.notAllowed();
        }
        return caller.mayAnywhere(permission)
                ? null
                : caller.keptFrom(permission).orElseGet(Problems::notAllowed);
    }
}
