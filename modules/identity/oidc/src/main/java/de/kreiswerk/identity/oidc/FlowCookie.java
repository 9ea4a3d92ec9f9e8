package de.kreiswerk.identity.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;

/**
 * Binds a sign-in to the browser that began it. Lax, not strict: the browser comes back from another host. The prefix keeps
 * neighbouring hosts from setting it.
 */
final class FlowCookie {

    private static final String NAME = "kreiswerk-oidc";

    private final boolean overTls;

    FlowCookie(String baseUrl) {
        this.overTls = baseUrl.startsWith("https:");
    }

    void set(HttpServletResponse response, String value) {
        write(response, value, Flows.VALID.toSeconds());
    }

    void clear(HttpServletResponse response) {
        write(response, "", 0);
    }

    /** Null when there is none, or several: of two, one was set by somebody else. */
    String find(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        if (all == null) {
            return null;
        }
        List<String> values = Arrays.stream(all)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .distinct()
                .toList();
        return values.size() == 1 ? values.get(0) : null;
    }

    private void write(HttpServletResponse response, String value, long seconds) {
        response.addHeader(
                "Set-Cookie",
                name() + "=" + value + "; Max-Age=" + seconds + "; Path=/; HttpOnly; SameSite=Lax"
                        + (overTls ? "; Secure" : ""));
    }

    private String name() {
        return overTls ? "__Host-" + NAME : NAME;
    }
}
