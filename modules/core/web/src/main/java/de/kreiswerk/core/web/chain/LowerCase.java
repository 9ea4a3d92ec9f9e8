package de.kreiswerk.core.web.chain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads who writes an address as people write words, {@code /Vorlagen}, to where it is. What stands behind it is the endpoint's. */
final class LowerCase {

    private static final Pattern FIRST = Pattern.compile("/([A-Za-z0-9.-]*[A-Z][A-Za-z0-9.-]*)(/.*)?");

    private final Endpoints endpoints;

    LowerCase(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Whether it leads to something public, and the answer says so. */
    boolean leads(HttpServletRequest request, String address, HttpServletResponse response) {
        // As it was written: only that is sent back, and what the server made of it decides where it leads.
        Matcher written = FIRST.matcher(request.getRequestURI());
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || !written.matches() || !address.startsWith("/" + written.group(1))) {
            return false;
        }
        String lower = "/" + written.group(1).toLowerCase(Locale.ROOT);
        Endpoints.Found found = endpoints.find(lower + address.substring(lower.length()));
        if (found == null || found.endpoint().access() != Endpoint.Access.PUBLIC) {
            return false;
        }
        String rest = written.group(2) == null ? "" : written.group(2);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", lower + rest + query);
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(0);
        return true;
    }
}
