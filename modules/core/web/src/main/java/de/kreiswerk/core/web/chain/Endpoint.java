package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.web.WebConstants;
import java.util.Map;

/**
 * A place in the address space that a component claims.
 *
 * @param prefix without a slash at the end, empty for the root
 * @param below whether everything below the prefix is claimed as well
 * @param access who may come in
 * @param permission the permission, when access is by permission
 * @param cached whether its answers may be kept
 * @param signIn whether people sign in here
 * @param owner the symbolic name of the bundle that claims it
 */
record Endpoint(
        String prefix, boolean below, Access access, String permission, boolean cached, boolean signIn, String owner) {

    /** Who may come in. */
    enum Access {
        /** Everyone. */
        PUBLIC,
        /** Who has the permission. */
        PERMISSION,
        /** The endpoint decides for each of its operations: a JAX-RS application with the platform's permission check. */
        BY_OPERATION,
        /** Nobody, because nothing is stated. */
        NOBODY
    }

    static Endpoint ofServlet(String pattern, Map<String, Object> properties, String owner) {
        boolean below = pattern.endsWith("/*");
        String prefix = below ? pattern.substring(0, pattern.length() - 2) : pattern;
        if (isTrue(properties.get(WebConstants.PUBLIC))) {
            return new Endpoint(
                    prefix,
                    below,
                    Access.PUBLIC,
                    null,
                    isTrue(properties.get(WebConstants.CACHED)),
                    isTrue(properties.get(WebConstants.SIGN_IN)),
                    owner);
        }
        Object permission = properties.get(WebConstants.PERMISSION);
        return permission == null
                ? new Endpoint(prefix, below, Access.NOBODY, null, false, false, owner)
                : new Endpoint(prefix, below, Access.PERMISSION, permission.toString(), false, false, owner);
    }

    static Endpoint ofApplication(String base, boolean checked, String owner) {
        String prefix = base.startsWith("/") ? base : "/" + base;
        return new Endpoint(
                prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix,
                true,
                checked ? Access.BY_OPERATION : Access.NOBODY,
                null,
                false,
                false,
                owner);
    }

    /**
     * Whether its pages are the same for everyone, so that they know of no session. Where people sign in, it matters whether they
     * are.
     */
    boolean isForEveryone() {
        return access == Access.PUBLIC && !signIn;
    }

    /** Whether it is the one that an address means when both cover it: on that address alone, or below more of it. */
    boolean isNarrowerThan(Endpoint other) {
        return prefix.length() > other.prefix.length()
                || prefix.length() == other.prefix.length() && !below && other.below;
    }

    private static boolean isTrue(Object property) {
        return Boolean.parseBoolean(String.valueOf(property));
    }
}
