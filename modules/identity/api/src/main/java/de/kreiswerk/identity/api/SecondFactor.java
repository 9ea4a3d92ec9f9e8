package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The second factor of an account: codes of an authenticator app that change every 30 seconds (TOTP, RFC 6238: HMAC-SHA-1, 6
 * digits), and recovery codes for when the app is lost. Every method throws a {@code ProblemException}: FORBIDDEN, NOT_FOUND,
 * CONFLICT, UNPROCESSABLE with code {@code code-wrong}, or {@link TooManyAttempts}.
 */
@ProviderType
public interface SecondFactor {

    /**
     * How an account stands.
     *
     * @param caller who asks; needs {@link IdentityPermissions#READ} where the account belongs or has a role, for others
     *     than their own
     * @param accountId whose
     * @return its state
     */
    State state(Caller caller, String accountId);

    /**
     * Makes a key for the caller's app. It is not asked for before it was confirmed; made again, the one before is useless.
     *
     * @param caller who
     * @return the key, to be shown until it is confirmed
     */
    Setup begin(Caller caller);

    /**
     * The key that was made and not confirmed yet.
     *
     * @param caller whose
     * @return the key, empty when none was made, or it was confirmed
     */
    Optional<Setup> pending(Caller caller);

    /**
     * Shows that the app knows the key. From now on it is asked for, and all other sessions end.
     *
     * @param caller who
     * @param sessionId the session of the request, which stays
     * @param code what the app shows
     * @return the recovery codes, which are kept nowhere; each works once
     */
    List<String> confirm(Caller caller, String sessionId, String code);

    /**
     * Makes new recovery codes for oneself. Those of before are useless from now on: whoever never saw them, or lost them, need not
     * set the second factor up anew.
     *
     * @param caller who
     * @param code what the app shows, or a recovery code
     * @return the recovery codes, which are kept nowhere; each works once
     */
    List<String> renewRecoveryCodes(Caller caller, String code);

    /**
     * Switches one's own second factor off.
     *
     * @param caller who
     * @param code what the app shows, or a recovery code
     */
    void remove(Caller caller, String code);

    /**
     * Switches the second factor of somebody else off, who has lost app and recovery codes. Signs the account out everywhere.
     *
     * @param caller who does it; needs {@link IdentityPermissions#ACCOUNTS} like any other change of the account
     * @param accountId whose
     */
    void reset(Caller caller, String accountId);

    /**
     * How an account stands.
     *
     * @param active whether a code is asked for
     * @param required whether the account may do nothing without one
     * @param recoveryCodes how many are left
     */
    record State(boolean active, boolean required, int recoveryCodes) {}

    /**
     * A key for an app.
     *
     * @param key in Base32 (RFC 4648), to be typed
     * @param uri the same as apps read it ({@code otpauth://totp/…})
     */
    record Setup(String key, String uri) {

        @Override
        public String toString() {
            return "Setup[]";
        }
    }
}
