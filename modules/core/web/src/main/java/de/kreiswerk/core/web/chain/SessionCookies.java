package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.web.SessionCookie;
import de.kreiswerk.core.web.pages.BaseUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sets and reads the cookie of a session (TR-03172-3 A3.11.03). Over https its name has the prefix {@code __Host-}: browsers
 * then take it over TLS and from this very host only.
 */
@Component(service = {SessionCookies.class, SessionCookie.class})
public final class SessionCookies implements SessionCookie {

    private static final String NAME = "kreiswerk-session";
    private static final String NAME_OVER_TLS = "__Host-" + NAME;
    private static final String HTTPS = "https:";
    private static final int MAX_ID = 4_096;

    private final Supplier<Optional<String>> base;

    /**
     * Sets cookies.
     *
     * @param baseUrl how the world reaches the platform
     */
    @Activate
    public SessionCookies(@Reference BaseUrl baseUrl) {
        this(baseUrl::current);
    }

    SessionCookies(Supplier<Optional<String>> base) {
        this.base = base;
    }

    @Override
    public void set(HttpServletResponse response, String id) {
        write(response, id, "");
    }

    @Override
    public void clear(HttpServletResponse response) {
        write(response, "", "; Max-Age=0");
    }

    /** Null when the browser sends none, or several: of two, one was set by a neighbouring host, and nobody can tell which. */
    String find(HttpServletRequest request) {
        Cookie[] all = request.getHeader("Cookie") == null ? null : request.getCookies();
        if (all == null) {
            return null;
        }
        String name = name();
        List<String> ids = Arrays.stream(all)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(id -> !id.isEmpty() && id.length() <= MAX_ID)
                .distinct()
                .toList();
        return ids.size() == 1 ? ids.get(0) : null;
    }

    /** Whether a browser that names this origin (RFC 6454) has a page of ours before it. */
    boolean isOurs(String origin) {
        return base.get().map(origin::equals).orElse(false);
    }

    private void write(HttpServletResponse response, String value, String more) {
        response.addHeader(
                "Set-Cookie",
                name() + "=" + value + more + "; Path=/; HttpOnly; SameSite=Lax" + (overTls() ? "; Secure" : ""));
    }

    private String name() {
        return overTls() ? NAME_OVER_TLS : NAME;
    }

    private boolean overTls() {
        return base.get().map(address -> address.startsWith(HTTPS)).orElse(false);
    }
}
