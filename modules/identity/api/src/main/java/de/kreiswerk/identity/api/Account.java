package de.kreiswerk.identity.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A person who can sign in. An account is locked or closed, never deleted: the trail names it by its id.
 *
 * @param id its lasting random id, a UUID; the subject in the trail
 * @param loginName the name to sign in with, as it was written
 * @param displayName the person's name for others
 * @param email null when not known
 * @param state whether it can sign in
 * @param departments the ids of the departments that it belongs to
 * @param mustChangePassword whether the next sign-in allows nothing but choosing a password
 * @param created when it was made
 * @param revision counts its changes, from 1
 */
public record Account(
        String id,
        String loginName,
        String displayName,
        String email,
        State state,
        Set<String> departments,
        boolean mustChangePassword,
        Instant created,
        long revision) {

    /** Whether an account can sign in. */
    public enum State {
        /** It can. */
        ACTIVE,
        /** Not for now. */
        LOCKED,
        /** Not any more. */
        CLOSED
    }

    /** Copies the departments. */
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(loginName, "loginName");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(created, "created");
        departments = Set.copyOf(departments);
    }
}
