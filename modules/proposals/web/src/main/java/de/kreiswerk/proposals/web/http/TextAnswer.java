package de.kreiswerk.proposals.web.http;

import de.kreiswerk.core.api.web.EntityTag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends feeds and calendars; who has it already is told so (RFC 9110, section 13). */
public final class TextAnswer {

    private TextAnswer() {}

    /**
     * Sends.
     *
     * @param request the request
     * @param response the response; nothing may have been written yet
     * @param mediaType with the character set
     * @param language the language of the text
     * @param text the text
     * @throws IOException when writing fails
     */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, String mediaType, Locale language, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        EntityTag tag = EntityTag.of(body);
        response.setHeader("ETag", tag.value());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Language");
        if (tag.isIn(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            // Left to itself, the server adds Content-Length: 0, which would be that of the text.
            response.flushBuffer();
            return;
        }
        response.setContentType(mediaType);
        response.setHeader("Content-Language", language.getLanguage());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
