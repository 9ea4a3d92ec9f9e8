package de.kreiswerk.runtime.testing;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request of somebody to a servlet of pages, and what came of it: a frame as well, which keeps what is put into it. */
public final class Http implements Pages, Console {

    private final String method;
    private final String path;
    private final Map<String, List<String>> parameters = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String pathInfo;
    private Locale language = Locale.GERMAN;
    private int status = 200;
    private Page page;
    private String code;

    private Http(String method, String path) {
        this.method = method;
        this.path = path;
    }

    public static Http get(String path) {
        return new Http("GET", path);
    }

    public static Http post(String path) {
        return new Http("POST", path);
    }

    /** Somebody who may do something in every department. */
    public static Caller caller(String... permissions) {
        return callerIn(Grant.ALL, permissions);
    }

    private static Caller callerIn(String department, String... permissions) {
        return new Caller(
                "subject",
                "Petra Beispiel",
                Stream.of(permissions)
                        .map(permission -> new Grant(permission, department))
                        .collect(Collectors.toSet()),
                "test",
                Instant.EPOCH,
                "request");
    }

    /** Sent by somebody who may do something in every department. */
    public Http by(String... permissions) {
        attributes.put(WebConstants.CALLER, caller(permissions));
        return this;
    }

    /** Sent by somebody who may do something in one department, with a session whose token is {@code the-token}. */
    public Http byOneIn(String department, String... permissions) {
        attributes.put(WebConstants.CALLER, callerIn(department, permissions));
        attributes.put(WebConstants.CSRF_TOKEN, "the-token");
        return this;
    }

    /** Sent by somebody who reads another language than German. */
    public Http reading(Locale other) {
        language = other;
        return this;
    }

    /** What stands behind the servlet's own path. */
    public Http below(String rest) {
        pathInfo = rest;
        return this;
    }

    public Http attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    public Http with(String name, String value) {
        parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return headers.get(name);
    }

    /** The code of the problem that was told, null when all went well. */
    public String problem() {
        return code;
    }

    /** The title of the page that was written into a frame. */
    public String title() {
        return page.title();
    }

    /** What was written into a frame, or past it. */
    public String html() {
        return page == null ? body.toString(StandardCharsets.UTF_8) : page.html();
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (self, call, arguments) -> switch (call.getName()) {
            case "getMethod" -> method;
            case "getServletPath", "getRequestURI" -> path;
            case "getPathInfo" -> pathInfo;
            case "getParameter" ->
                parameters.getOrDefault(arguments[0], List.of()).stream()
                        .findFirst()
                        .orElse(null);
            case "getParameterValues" ->
                parameters.containsKey(arguments[0])
                        ? parameters.get(arguments[0]).toArray(String[]::new)
                        : null;
            case "getAttribute" -> attributes.get(arguments[0]);
            case "getContentLengthLong" -> -1L;
            default -> null;
        });
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (self, call, arguments) -> switch (call.getName()) {
            case "setStatus", "sendError" -> {
                status = (int) arguments[0];
                yield null;
            }
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "getOutputStream" -> new Body(body);
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(Http.class.getClassLoader(), new Class<?>[] {type}, (self, call, arguments) -> {
                    Object result = handler.invoke(self, call, arguments);
                    return call.getReturnType() == void.class ? null : result;
                }));
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Page written) {
        page = written;
    }

    @Override
    public void writePersonal(HttpServletRequest request, HttpServletResponse response, Page written) {
        page = written;
    }

    @Override
    public void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        status = problem.kind().status();
        code = problem.code();
    }

    @Override
    public String baseUrl() {
        return "http://localhost";
    }

    @Override
    public Locale language(HttpServletRequest request) {
        return language;
    }

    private static final class Body extends ServletOutputStream {

        private final ByteArrayOutputStream bytes;

        Body(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
