package de.kreiswerk.identity.api;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who is signed in.
 *
 * @param handle names the session, and is of no use to sign in with
 * @param accountId whose it is
 * @param loginName the account's name to sign in with
 * @param displayName the account's name for others
 * @param method how it was signed in, such as {@code password}
 * @param client the browser, in a few words; empty when it says nothing known
 * @param started when it began
 * @param lastSeen when it was last used, to the minute
 */
public record Session(
        String handle,
        String accountId,
        String loginName,
        String displayName,
        String method,
        String client,
        Instant started,
        Instant lastSeen) {

    /** Rejects a missing part. */
    public Session {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(loginName, "loginName");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(lastSeen, "lastSeen");
    }
}
