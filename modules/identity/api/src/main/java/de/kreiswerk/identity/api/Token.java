package de.kreiswerk.identity.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What a machine shows instead of signing in. Nobody can read a token back: the platform keeps its hash only.
 *
 * @param id its lasting random id; the subject in the trail
 * @param name what it is for
 * @param kind whose it is
 * @param accountId the account that made it, null when it belongs to none
 * @param accountName that account's name for others, null when it belongs to none
 * @param departmentId where it holds, and in all departments below; null for everywhere
 * @param permissions what it may do there, as long as its account may as well
 * @param created when it was made
 * @param expires when it ends, null for never: the operator's only
 * @param lastUsed when it was last used, to the minute; null when it never was
 * @param revoked when it was revoked, null when it was not
 * @param state whether it can be used
 */
public record Token(
        String id,
        String name,
        Kind kind,
        String accountId,
        String accountName,
        String departmentId,
        Set<String> permissions,
        Instant created,
        Instant expires,
        Instant lastUsed,
        Instant revoked,
        State state) {

    /** Whose a token is. */
    public enum Kind {
        /** The operator's: it may do everything, and is in a file of the node whose platform it opens. */
        OPERATOR,
        /** A machine's. */
        MACHINE
    }

    /** Whether a token can be used. */
    public enum State {
        /** It can, as far as its account can do anything. */
        VALID,
        /** Its time is over. */
        EXPIRED,
        /** It was taken back. */
        REVOKED
    }

    /** Copies the permissions. */
    public Token {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(state, "state");
        permissions = Set.copyOf(permissions);
    }
}
