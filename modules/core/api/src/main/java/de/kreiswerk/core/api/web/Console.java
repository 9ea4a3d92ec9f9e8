package de.kreiswerk.core.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
}
