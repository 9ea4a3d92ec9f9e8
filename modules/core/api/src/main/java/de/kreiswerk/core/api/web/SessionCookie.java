package de.kreiswerk.core.api.web;

import jakarta.servlet.http.HttpServletResponse;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The cookie that holds a session's id: not readable for scripts, not sent along by other sites' forms, and over TLS only
 * where the platform is reached over TLS.
 */
@ProviderType
public interface SessionCookie {

    /**
     * Gives a session to the browser, until the browser ends.
     *
     * @param response the response
     * @param id the session's id, as the authenticator knows it
     */
    void set(HttpServletResponse response, String id);

    /**
     * Takes the cookie away.
     *
     * @param response the response
     */
    void clear(HttpServletResponse response);
}
