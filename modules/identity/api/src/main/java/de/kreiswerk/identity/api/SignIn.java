package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Signing in with a local account, and the sessions that come of it. Ids of sessions are secrets. */
@ProviderType
public interface SignIn {

    /**
     * Signs in. A wrong name, a wrong password and an account that is locked get the same answer after the same time.
     *
     * @param loginName as it was typed
     * @param password as it was typed
     * @param client where the attempt comes from
     * @param requestId the id of the request
     * @return the new session
     * @throws TooManyAttempts when there were too many from there
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNAUTHENTICATED when it is not right, UNAVAILABLE when
     *     too many sign in at this moment
     */
    Started withPassword(String loginName, String password, Client client, String requestId);

    /**
     * Goes on signing in with the second factor.
     *
     * @param step what {@link Started#step} said, at most 5 minutes ago
     * @param code what the app shows, or a recovery code
     * @param client where the attempt comes from
     * @param requestId the id of the request
     * @return the new session
     * @throws TooManyAttempts when there were too many for the account
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNPROCESSABLE with code {@code code-wrong}, or GONE
     *     with code {@code sign-in-step-not-valid} when too much time has passed, or the step was used
     */
    Started withCode(String step, String code, Client client, String requestId);

    /**
     * Changes one's own password. All other sessions end, and this one gets a new id.
     *
     * @param caller who does it
     * @param sessionId the session it is done in
     * @param current the password of before
     * @param chosen the new one, 12 to 128 characters
     * @param client where it comes from
     * @return the session that takes the place of this one
     * @throws TooManyAttempts when the password of before was wrong too often
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNPROCESSABLE with code {@code
     *     current-password-wrong} or {@code password-not-valid}
     */
    Started changePassword(Caller caller, String sessionId, String current, String chosen, Client client);

    /** Where a password is chosen with a link that was given: the link's secret comes behind. */
    String CHOOSE_PASSWORD = "/anmelden/kennwort/";

    /**
     * Whose password can be chosen with a link.
     *
     * @param secret what the link says behind {@link #CHOOSE_PASSWORD}
     * @return the login name
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind GONE with code {@code reset-link-not-valid}
     */
    String whoChooses(String secret);

    /**
     * Chooses a password with a link, which works this once. All sessions of the account end; who chose it signs in with it.
     *
     * @param secret what the link says behind {@link #CHOOSE_PASSWORD}
     * @param chosen the new password, 12 to 128 characters
     * @param requestId the id of the request
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind GONE with code {@code reset-link-not-valid},
     *     UNPROCESSABLE with code {@code password-not-valid}, or UNAVAILABLE when too many sign in at this moment
     */
    void choosePassword(String secret, String chosen, String requestId);

    /**
     * One's own sessions.
     *
     * @param caller whose
     * @param sessionId the session of the request
     * @return those that have not ended, the last used first
     */
    List<OwnSession> sessions(Caller caller, String sessionId);

    /**
     * Signs out.
     *
     * @param caller who
     * @param sessionId the session to end; nothing happens when it has ended
     */
    void end(Caller caller, String sessionId);

    /**
     * Ends one of one's own sessions.
     *
     * @param caller who
     * @param handle which, as {@link OwnSession#handle} names it; nothing happens when it has ended
     */
    void endOne(Caller caller, String handle);

    /**
     * Ends all of one's own sessions, this one included.
     *
     * @param caller who
     */
    void endAll(Caller caller);

    /**
     * Where an attempt comes from.
     *
     * @param address the network address
     * @param userAgent what the browser says of itself, null when nothing
     */
    record Client(String address, String userAgent) {}

    /**
     * A session that began, or the way to it.
     *
     * @param sessionId its id, for the cookie; null when the second factor is still to be shown
     * @param mustChangePassword whether nothing is allowed before a password is chosen
     * @param mustSetUp whether nothing is allowed before a second factor is set up
     * @param step a secret with which {@link SignIn#withCode} goes on; null when a session began
     */
    record Started(String sessionId, boolean mustChangePassword, boolean mustSetUp, String step) {

        @Override
        public String toString() {
            return "Started[]";
        }
    }

    /**
     * A session as its owner sees it.
     *
     * @param handle names it, and is of no use to anybody else
     * @param client the browser, in a few words
     * @param started when it began
     * @param lastSeen when it was last used, to the minute
     * @param current whether it is the session of the request
     */
    record OwnSession(String handle, String client, Instant started, Instant lastSeen, boolean current) {}
}
