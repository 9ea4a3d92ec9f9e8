package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Puts content into the frame that all pages share: head, skip link, navigation, footer. */
@ProviderType
public interface Pages {

    /**
     * Writes a page with status 200.
     *
     * @param request the request
     * @param response the response; nothing may have been written yet
     * @param page title and content
     * @throws IOException when writing fails
     */
    void write(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException;

    /**
     * Writes a page that is for this caller alone, with the status that the response has: nobody may keep it, and search
     * engines are told to leave it out.
     *
     * @param request the request
     * @param response the response; nothing may have been written yet
     * @param page title and content
     * @throws IOException when writing fails
     */
    void writePersonal(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException;

    /**
     * Writes a page that says what went wrong, with the problem's status.
     *
     * @param request the request
     * @param response the response; nothing may have been written yet
     * @param problem what went wrong
     * @throws IOException when writing fails
     */
    void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException;

    /**
     * The public base address, from {@code KREISWERK_PUBLIC_URL} or else the listening address; never from the request.
     *
     * @return such as {@code https://politik.example.de}, without a slash at the end
     */
    String baseUrl();

    /**
     * The language in which the frame is written for a request; content follows it, so that a page speaks one language.
     *
     * @param request the request
     * @return {@link Locale#GERMAN} or {@link Locale#ENGLISH}
     */
    Locale language(HttpServletRequest request);

    /**
     * A page.
     *
     * @param title the title, plain text
     * @param html the content of the main element: HTML from a template that escapes, never put together by hand
     * @param alternates the same in other forms, such as a feed; programs find them in the head of the page
     */
    record Page(String title, String html, List<Alternate> alternates) {

        /** Copies the list. */
        public Page {
            alternates = List.copyOf(alternates);
        }

        /**
         * A page that exists in no other form.
         *
         * @param title the title, plain text
         * @param html the content of the main element
         */
        public Page(String title, String html) {
            this(title, html, List.of());
        }
    }

    /**
     * Another form of a page.
     *
     * @param mediaType such as {@code application/atom+xml}
     * @param title what it is, plain text
     * @param path a path on this host such as {@code /vorlagen.atom}
     */
    record Alternate(String mediaType, String title, String path) {}
}
