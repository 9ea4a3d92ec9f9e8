package de.kreiswerk.core.web.pages;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A request and what was answered to it. Whatever a test does not foresee fails. */
final class FakeHttp {

    final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status = 200;

    private final String method;
    private final String servletPath;
    private final String uri;
    private final String pathInfo;

    FakeHttp(String method, String servletPath, String pathInfo) {
        this.method = method;
        this.servletPath = servletPath;
        this.uri = servletPath + (pathInfo == null ? "" : pathInfo);
        this.pathInfo = pathInfo;
    }

    static FakeHttp get(String servletPath, String pathInfo) {
        return new FakeHttp("GET", servletPath, pathInfo);
    }

    FakeHttp with(String header, String value) {
        requestHeaders.put(header, value);
        return this;
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> uri;
            case "getPathInfo" -> pathInfo;
            case "getHeader" -> requestHeaders.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getServletPath" -> servletPath;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "getStatus" -> {
                    return status;
                }
                case "setStatus", "sendError" -> status = (int) arguments[0];
                case "getHeader" -> {
                    return headers.get((String) arguments[0]);
                }
                case "addHeader" ->
                    headers.merge((String) arguments[0], (String) arguments[1], (one, other) -> one + ", " + other);
                case "setHeader" -> {
                    if (arguments[1] == null) {
                        headers.remove((String) arguments[0]);
                    } else {
                        headers.put((String) arguments[0], (String) arguments[1]);
                    }
                }
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
                case "resetBuffer" -> body.reset();
                case "flushBuffer" -> {}
                case "getOutputStream" -> {
                    return output();
                }
                default -> throw new UnsupportedOperationException(name);
            }
            return null;
        });
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private interface Behaviour {
        Object call(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }
}
