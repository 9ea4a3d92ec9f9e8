package de.kreiswerk.proposals.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
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
        String tag = tag(body);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Language");
        if (has(request.getHeader("If-None-Match"), tag)) {
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

    private static boolean has(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(candidate ->
                                candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag));
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 15)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
