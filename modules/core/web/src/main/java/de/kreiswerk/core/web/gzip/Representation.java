package de.kreiswerk.core.web.gzip;

import de.kreiswerk.core.api.web.EntityTag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Bytes that are sent as they are or packed, as their reader takes them: two representations of one thing, each with its own entity tag
 * (RFC 9110, section 8.8.3.3).
 *
 * @param plain the bytes
 * @param tag their entity tag, with its quotes
 * @param packed gives them packed, null when that gains too little; itself null when nobody gets them packed
 */
public record Representation(byte[] plain, String tag, Supplier<byte[]> packed) {

    /**
     * Sends them, or says that the reader has them already.
     *
     * @param request GET or HEAD
     * @param response where to; all other headers are set already
     * @throws IOException when the reader went away
     */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (packed != null) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        String known = request.getHeader("If-None-Match");
        byte[] fewer = null;
        if (packed != null && Gzip.isAcceptedBy(request.getHeader("Accept-Encoding"))) {
            // Whoever has the packed bytes need not wait until they are packed again.
            if (new EntityTag(Gzip.tag(tag)).isIn(known)) {
                notModified(response, Gzip.tag(tag));
                return;
            }
            fewer = packed.get();
        }
        if (fewer == null && new EntityTag(tag).isIn(known)) {
            notModified(response, tag);
            return;
        }
        byte[] sent = plain;
        response.setHeader("ETag", tag);
        if (fewer != null) {
            sent = fewer;
            response.setHeader("ETag", Gzip.tag(tag));
            response.setHeader("Content-Encoding", Gzip.NAME);
        }
        response.setContentLength(sent.length);
        if (!request.getMethod().equals("HEAD")) {
            Pieces.write(sent, 0, sent.length, response.getOutputStream());
        }
    }

    private static void notModified(HttpServletResponse response, String tag) throws IOException {
        response.setHeader("ETag", tag);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        // Left to itself, the server adds Content-Length: 0, which would be that of the page (RFC 9110, section 8.6).
        response.flushBuffer();
    }
}
