package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signing in of people for whom somebody else vouches. Whoever calls this has made sure of who it is; nothing is asked here.
 * Both methods join the transaction of their caller.
 */
@ProviderType
public interface ExternalSignIn {

    /**
     * Makes an account that has no password: nobody signs in to it by name until an administrator resets the password.
     *
     * @param caller who does it
     * @param newcomer whose it is
     * @return the account
     */
    Account add(Caller caller, Newcomer newcomer);

    /**
     * Begins a session.
     *
     * @param accountId whose
     * @param method how they signed in, at most 40 characters such as {@code oidc-amt}
     * @param client where it comes from
     * @param requestId the id of the request
     * @param details what the trail is to keep of it, nothing personal
     * @return the new session
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind FORBIDDEN with code {@code account-locked} or {@code
     *     account-closed}
     */
    SignIn.Started begin(
            String accountId, String method, SignIn.Client client, String requestId, Map<String, String> details);

    /**
     * Somebody who had no account.
     *
     * @param loginNames what they might be called here; the first that can be a login name and is free is taken, else a
     *     random one
     * @param displayName null or what cannot be one: the login name
     * @param email null when not known; what cannot be one counts as not known
     */
    record Newcomer(List<String> loginNames, String displayName, String email) {

        /** Copies the names. */
        public Newcomer {
            loginNames = List.copyOf(loginNames);
        }
    }
}
