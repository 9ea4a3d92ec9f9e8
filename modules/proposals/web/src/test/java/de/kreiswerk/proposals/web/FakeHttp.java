package de.kreiswerk.proposals.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** A request and what was answered to it. Whatever a test does not foresee fails. */
final class FakeHttp {

    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status = 200;

    private final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String method;
    private final String pathInfo;
    private final String after;

    FakeHttp(String method, String pathInfo, String after) {
        this.method = method;
        this.pathInfo = pathInfo;
        this.after = after;
    }

    static FakeHttp get(String pathInfo) {
        return new FakeHttp("GET", pathInfo, null);
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
            case "getPathInfo" -> pathInfo;
            case "getParameter" -> after;
            case "getHeader" -> requestHeaders.get((String) arguments[0]);
            case "getDateHeader" -> date(requestHeaders.get((String) arguments[0]));
            default -> throw new UnsupportedOperationException(name);
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "setStatus", "sendError" -> status = (int) arguments[0];
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setDateHeader" ->
                    headers.put(
                            (String) arguments[0],
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    Instant.ofEpochMilli((long) arguments[1]).atOffset(ZoneOffset.UTC)));
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                case "setContentLength", "setContentLengthLong" ->
                    headers.put("Content-Length", arguments[0].toString());
                case "flushBuffer" -> {}
                case "getOutputStream" -> {
                    return output();
                }
                default -> throw new UnsupportedOperationException(name);
            }
            return null;
        });
    }

    private static Object date(String value) {
        if (value == null) {
            return -1L;
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value))
                    .toEpochMilli();
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
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
