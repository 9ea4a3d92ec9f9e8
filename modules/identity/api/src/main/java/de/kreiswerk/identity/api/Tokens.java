package de.kreiswerk.identity.api;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tokens of machines ({@code Authorization: Bearer}, RFC 6750). A token has what it was given, cut at every request to what
 * its account may do at that moment; with a locked or closed account it is not valid. One that the operator made belongs to
 * no account. Every method throws a {@code ProblemException}: FORBIDDEN, NOT_FOUND, UNPROCESSABLE when an entry breaks a rule,
 * CONFLICT when the name is taken or there are too many.
 */
@ProviderType
public interface Tokens {

    /** How long a token holds at most, in days. */
    int LONGEST_DAYS = 400;

    /**
     * The tokens where the caller may see to them, and the caller's own: those that hold, and those that ended in the last 90
     * days.
     *
     * @param caller who asks; needs {@link IdentityPermissions#TOKENS} anywhere
     * @return at most 1,000, the last made first; those that hold are all among them
     */
    List<Token> list(Caller caller);

    /**
     * What there is to choose from for a token: the permissions that the areas declare at this moment and that the caller has
     * anywhere.
     *
     * @param caller who asks; needs {@link IdentityPermissions#TOKENS} anywhere
     * @return name to description, in the order of names
     */
    Map<String, Text> permissions(Caller caller);

    /**
     * Makes a token. Who is a token makes none, except for the operator: it would outlive itself.
     *
     * @param caller who does it; needs {@link IdentityPermissions#TOKENS} and every permission of the token in its department
     * @param entry what it is to be
     * @return the token with its secret, which is kept nowhere
     */
    Issued add(Caller caller, Entry entry);

    /**
     * Takes a token back. It is refused from the next request on, on all nodes. Revoked already, it stays as it is.
     *
     * @param caller who does it; needs {@link IdentityPermissions#TOKENS} in its department, for others than their own; for the
     *     operator's every permission everywhere
     * @param id its id
     */
    void revoke(Caller caller, String id);

    /**
     * What a token is to be.
     *
     * @param name 1 to 100 characters, none of them invisible; no other token that holds has it, whatever the case
     * @param permissions names of declared permissions, at least one
     * @param departmentId where it holds, and below; null for everywhere
     * @param expires when it ends, {@link #LONGEST_DAYS} days from now at most
     */
    record Entry(String name, Set<String> permissions, String departmentId, Instant expires) {

        /** Copies the permissions. */
        public Entry {
            permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
        }
    }

    /**
     * A token and its secret.
     *
     * @param token the token
     * @param secret what the machine sends; to be shown once
     */
    record Issued(Token token, String secret) {

        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }
}
