package de.kreiswerk.core.web.cache;

import jakarta.servlet.http.HttpServletRequest;

/** What a kept answer depends on beside what it was made of. */
public interface FrameState {

    /**
     * The reader's language.
     *
     * @param request the request
     * @return {@code de} or {@code en}
     */
    String languageOf(HttpServletRequest request);

    /**
     * The public base address.
     *
     * @return null while there is none
     */
    String base();

    /**
     * What all pages show around their content: navigation, settings, look.
     *
     * @return the same object as long as nothing of it changes, another one afterwards
     */
    Object stamp();
}
