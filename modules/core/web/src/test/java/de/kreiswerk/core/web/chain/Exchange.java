package de.kreiswerk.core.web.chain;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request on its way through the chain, and what was answered to it. Whatever a test does not foresee fails. */
public final class Exchange {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int COMMITTED_AFTER = 32 * 1024;

    private final String method;
    private final String uri;
    private final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String path;
    private String below;
    private String query;
    private byte[] sent = {};
    private long declared;
    private RuntimeException unreadable;
    private boolean secure;
    private String sender = "203.0.113.9";
    private DispatcherType dispatched = DispatcherType.REQUEST;

    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status = 200;

    private boolean committed;
    private boolean streamTaken;
    private PrintWriter writer;

    private Exchange(String method, String uri) {
        this.method = method;
        this.uri = uri;
        this.path = uri;
    }

    public static Exchange get(String uri) {
        return new Exchange("GET", uri);
    }

    public static Exchange of(String method, String uri) {
        return new Exchange(method, uri);
    }

    public Exchange with(String header, String value) {
        requestHeaders.put(header, value);
        return this;
    }

    public Exchange withAttribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    /** Where the server dispatches the request, when that is not what the address says literally. */
    Exchange dispatchedTo(String where) {
        this.path = where;
        return this;
    }

    /** What of the address is below the servlet's own. */
    public Exchange below(String rest) {
        this.below = rest;
        return this;
    }

    Exchange query(String words) {
        this.query = words;
        return this;
    }

    Exchange declaring(long length) {
        this.declared = length;
        return this;
    }

    /** A body whose length is not declared. */
    Exchange chunked(byte[] bytes) {
        this.sent = bytes;
        this.declared = -1;
        return this;
    }

    public Exchange sending(byte[] bytes) {
        this.sent = bytes;
        this.declared = bytes.length;
        return this;
    }

    /** A form that the server does not want to read. */
    Exchange unreadable(String reason) {
        this.unreadable =
                new IllegalArgumentException("Unable to parse form content", new IllegalStateException(reason));
        return this;
    }

    Exchange dispatchedAs(DispatcherType type) {
        this.dispatched = type;
        return this;
    }

    Exchange from(String address) {
        this.sender = address;
        return this;
    }

    Exchange overTls() {
        this.secure = true;
        return this;
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return headers.get(name);
    }

    public String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> uri;
            case "getContextPath" -> "";
            case "getServletPath" -> path;
            case "getPathInfo" -> below;
            case "getQueryString" -> query;
            case "isAsyncStarted" -> false;
            case "getDispatcherType" -> dispatched;
            case "getHeaderNames" -> Collections.enumeration(requestHeaders.keySet());
            case "getContentType" -> requestHeaders.get("Content-Type");
            case "getHeader" -> requestHeaders.get((String) arguments[0]);
            case "getHeaders" -> {
                String lines = requestHeaders.get((String) arguments[0]);
                yield Collections.enumeration(lines == null ? List.of() : List.of(lines.split("\n")));
            }
            case "getDateHeader" -> date(requestHeaders.get((String) arguments[0]));
            case "getCharacterEncoding" -> null;
            case "getContentLengthLong" -> declared;
            case "getInputStream" -> input(new ByteArrayInputStream(sent));
            case "isSecure" -> secure;
            case "getRemoteAddr" -> sender;
            case "getCookies" -> cookies();
            case "getParameter" -> field((String) arguments[0]);
            case "getParameterMap" -> {
                if (unreadable != null) {
                    throw unreadable;
                }
                yield Map.of();
            }
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            default -> throw new UnsupportedOperationException("request." + name);
        });
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, arguments) -> switch (name) {
            case "setStatus" -> {
                status = (int) arguments[0];
                yield null;
            }
            case "sendError" -> {
                status = (int) arguments[0];
                committed = true;
                yield null;
            }
            case "getStatus" -> status;
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "addHeader" ->
                headers.merge((String) arguments[0], (String) arguments[1], (some, other) -> some + ", " + other);
            case "getHeader" -> headers.get((String) arguments[0]);
            case "getHeaderNames" -> headers.keySet();
            case "getHeaders" -> List.of(headers.get((String) arguments[0]));
            case "getCharacterEncoding" -> "UTF-8";
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setCharacterEncoding" -> null;
            case "setDateHeader" -> headers.put((String) arguments[0], date((long) arguments[1]));
            case "setContentLength", "setContentLengthLong" -> headers.put("Content-Length", arguments[0].toString());
            case "isCommitted" -> committed;
            case "flushBuffer" -> {
                committed = true;
                yield null;
            }
            case "reset" -> {
                refuseWhenCommitted();
                headers.clear();
                status = 200;
                streamTaken = false;
                writer = null;
                body.reset();
                yield null;
            }
            case "resetBuffer" -> {
                refuseWhenCommitted();
                body.reset();
                yield null;
            }
            case "getOutputStream" -> {
                if (writer != null) {
                    throw new IllegalStateException("The writer was taken already");
                }
                streamTaken = true;
                yield output();
            }
            case "getWriter" -> {
                if (streamTaken) {
                    throw new IllegalStateException("The stream was taken already");
                }
                writer = writer == null ? new PrintWriter(output(), true, StandardCharsets.UTF_8) : writer;
                yield writer;
            }
            default -> throw new UnsupportedOperationException("response." + name);
        });
    }

    private static long date(String header) {
        try {
            return header == null ? -1 : Instant.from(HTTP_DATE.parse(header)).toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String date(long milliseconds) {
        return HTTP_DATE.format(Instant.ofEpochMilli(milliseconds).atZone(ZoneOffset.UTC));
    }

    private Cookie[] cookies() {
        return Arrays.stream(requestHeaders.getOrDefault("Cookie", "").split("; *"))
                .filter(cookie -> cookie.contains("="))
                .map(cookie -> new Cookie(cookie.split("=", 2)[0], cookie.split("=", 2)[1]))
                .toArray(Cookie[]::new);
    }

    /** A field of the form that was sent. */
    private String field(String name) {
        return Arrays.stream(new String(sent, StandardCharsets.UTF_8).split("&"))
                .filter(field -> field.startsWith(name + "="))
                .map(field -> field.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private void refuseWhenCommitted() {
        if (committed) {
            throw new IllegalStateException("The response is on its way already");
        }
    }

    private static ServletInputStream input(InputStream in) {
        return new ServletInputStream() {
            @Override
            public int read() throws java.io.IOException {
                return in.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws java.io.IOException {
                return in.read(buffer, offset, length);
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
                committed = committed || body.size() > COMMITTED_AFTER;
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

    /** Answers the calls of a fake. */
    public interface Behaviour {
        Object call(String method, Object[] arguments) throws Exception;
    }

    public static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> behaviour.call(method.getName(), arguments);
                }));
    }
}
