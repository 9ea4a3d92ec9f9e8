package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.SessionCookie;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A request and what was answered to it. Whatever a test does not foresee fails. */
public final class Http {

    final Map<String, Object> attributes = new HashMap<>();
    public final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final String method;
    private final String below;
    private long length;
    public int status = 200;
    String cookie;
    public String page = "";
    public Problem problem;

    private Http(String method, String below) {
        this.method = method;
        this.below = below;
        attributes.put(WebConstants.REQUEST_ID, "request");
    }

    public static Http get() {
        return new Http("GET", null);
    }

    /** A page below the servlet's own address. */
    public static Http get(String below) {
        return new Http("GET", below);
    }

    public static Http post(String below) {
        return new Http("POST", below);
    }

    public Http with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Http large() {
        length = 1024 * 1024;
        return this;
    }

    public Http signedIn(String session, Grant... grants) {
        attributes.put(WebConstants.SESSION, session);
        attributes.put(WebConstants.CSRF_TOKEN, "token-of-" + session);
        attributes.put(
                WebConstants.CALLER, new Caller("anna", "Anna", Set.of(grants), "password", Instant.EPOCH, "request"));
        return this;
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getPathInfo" -> below;
            case "getContentLengthLong" -> length;
            case "getParameter" -> fields.get((String) arguments[0]);
            case "getParameterValues" ->
                fields.containsKey((String) arguments[0])
                        ? fields.get((String) arguments[0]).split(" ")
                        : null;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "getRemoteAddr" -> "10.0.0.1";
            case "getHeader" -> null;
            default -> throw new UnsupportedOperationException("request." + name);
        });
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, arguments) -> switch (name) {
            case "setStatus", "sendError" -> {
                status = (int) arguments[0];
                yield null;
            }
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            default -> throw new UnsupportedOperationException("response." + name);
        });
    }

    SessionCookie cookies() {
        return new SessionCookie() {
            @Override
            public void set(HttpServletResponse response, String id) {
                cookie = id;
            }

            @Override
            public void clear(HttpServletResponse response) {
                cookie = "";
            }
        };
    }

    /** The console's frame: it keeps what is put into it. */
    public Console console() {
        return (request, response, written) -> page = written.html();
    }

    public Pages pages() {
        return new Pages() {
            @Override
            public void write(HttpServletRequest request, HttpServletResponse response, Page written) {
                throw new AssertionError("a page for everyone");
            }

            @Override
            public void writePersonal(HttpServletRequest request, HttpServletResponse response, Page written) {
                page = written.html();
            }

            @Override
            public void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem what) {
                problem = what;
                status = what.kind().status();
            }

            @Override
            public String baseUrl() {
                return "http://localhost";
            }

            @Override
            public Locale language(HttpServletRequest request) {
                return Locale.GERMAN;
            }
        };
    }

    /** Answers the calls of a fake. */
    public interface Behaviour {
        Object call(String method, Object[] arguments) throws Exception;
    }

    public static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }
}
