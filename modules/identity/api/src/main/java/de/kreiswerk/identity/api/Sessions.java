package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sessions of all accounts, for who sees to them. One's own are in {@link SignIn}. Every method throws a {@code
 * ProblemException}: FORBIDDEN, NOT_FOUND, UNPROCESSABLE.
 */
@ProviderType
public interface Sessions {

    /**
     * The sessions that have not ended, of the accounts that the caller may see to: those of whose departments the caller has
     * {@link IdentityPermissions#SESSIONS} in all (everywhere for one without a department).
     *
     * @param caller who asks; needs {@link IdentityPermissions#SESSIONS} anywhere
     * @param text a part of login name or display name without case, null for all; at most 100 characters
     * @param limit how many at most, 1 to 1,000
     * @return the last used first
     */
    List<Session> list(Caller caller, String text, int limit);

    /**
     * Ends a session: its next request is a stranger's, on all nodes.
     *
     * @param caller who does it; needs {@link IdentityPermissions#SESSIONS} in all departments of the account, and every right
     *     that the account has
     * @param handle which, as {@link Session#handle} names it
     */
    void end(Caller caller, String handle);
}
