package de.kreiswerk.core.api.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Finds out who is calling. While no such service is there, only public reads are served. */
@ProviderType
public interface Authenticator {

    /**
     * Finds the caller behind a bearer token (RFC 6750).
     *
     * @param token the token as it was sent, at most 4,096 characters
     * @param requestId the id of the request
     * @return the caller, empty when the token is not valid
     */
    Optional<Caller> bearer(String token, String requestId);

    /**
     * Finds the caller behind a session. What the session's account may do is what it may do now, not when it signed in.
     *
     * @param id the session's id as the cookie holds it, at most 4,096 characters
     * @param requestId the id of the request
     * @return the caller, empty when there is no such session, or it ended
     */
    default Optional<Caller> session(String id, String requestId) {
        return Optional.empty();
    }
}
