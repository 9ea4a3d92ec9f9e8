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
 */
record Endpoint(String prefix, boolean below, Access access, String permission) {

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

    static Endpoint ofServlet(String pattern, Map<String, Object> properties) {
        boolean below = pattern.endsWith("/*");
        String prefix = below ? pattern.substring(0, pattern.length() - 2) : pattern;
        if (Boolean.parseBoolean(String.valueOf(properties.get(WebConstants.PUBLIC)))) {
            return new Endpoint(prefix, below, Access.PUBLIC, null);
        }
        Object permission = properties.get(WebConstants.PERMISSION);
        return permission == null
                ? new Endpoint(prefix, below, Access.NOBODY, null)
                : new Endpoint(prefix, below, Access.PERMISSION, permission.toString());
    }

    static Endpoint ofApplication(String base, boolean checked) {
        String prefix = base.startsWith("/") ? base : "/" + base;
        return new Endpoint(
                prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix,
                true,
                checked ? Access.BY_OPERATION : Access.NOBODY,
                null);
    }

    boolean covers(String path) {
        if (path.equals(prefix) || (prefix.isEmpty() && path.equals("/"))) {
            return true;
        }
        return below
                && path.length() > prefix.length()
                && path.startsWith(prefix)
                && path.charAt(prefix.length()) == '/';
    }
}
