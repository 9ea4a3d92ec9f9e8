package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Puts content into the frame that all pages of the admin console share: the navigation among those the caller may use. */
@ProviderType
public interface Console {

    /** Where the console is. */
    String BASE = "/admin";

    /**
     * Writes a page, with the status that the response has. Nobody may keep it.
     *
     * @param request the request, of a caller whom the chain let in
     * @param response the response; nothing may have been written yet
     * @param page title and content
     * @throws IOException when writing fails
     */
    void write(HttpServletRequest request, HttpServletResponse response, Pages.Page page) throws IOException;

    /**
     * Where somebody begins: not everybody who works in the console may see how the platform is.
     *
     * @param caller who
     * @return {@link #BASE}, else the path of the first page that the caller may use; empty when there is none
     */
    default Optional<String> entrance(Caller caller) {
        return Optional.of(BASE);
    }
}
