package de.kreiswerk.proposals.oparl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.web.FileAnswers;
import de.kreiswerk.core.api.web.Pages;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client of the servlet. Whatever a test does not foresee fails. */
final class Oparl {

    static final String HOST = "https://politik.example.de";
    static final String ROOT = HOST + "/oparl/v1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Which file was sent last, and how. */
    FileAnswers.StoredFile sent;

    boolean download;
    boolean bytesAreThere = true;
    ProblemException noSuchPart;
    Locale language = Locale.GERMAN;

    private final OparlServlet servlet;

    Oparl(Publication publication) {
        Pages pages = proxy(Pages.class, (name, arguments) -> switch (name) {
            case "baseUrl" -> HOST;
            case "language" -> language;
            default -> throw new UnsupportedOperationException(name);
        });
        FileAnswers files = (request, response, file, save) -> {
            sent = file;
            download = save;
            if (noSuchPart != null) {
                response.setStatus(416);
                response.setHeader("Content-Range", "bytes */10");
                throw noSuchPart;
            }
            response.setHeader("Content-Disposition", "attachment; filename=\"a.html\"");
            return bytesAreThere;
        };
        servlet = new OparlServlet(publication, pages, files);
    }

    /** What was answered. */
    record Answer(int status, Map<String, String> headers, byte[] body, Map<String, Object> attributes) {

        JsonNode json() {
            assertThat(status).as(text()).isEqualTo(200);
            return read();
        }

        /** The message of an error. */
        String message() {
            JsonNode error = read();
            assertThat(status).isGreaterThanOrEqualTo(400);
            assertThat(error.get("type").textValue()).isEqualTo("https://schema.oparl.org/1.1/Error");
            assertThat(error.get("debug").textValue()).isNotBlank();
            return error.get("message").textValue();
        }

        private JsonNode read() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Asks for an address with or without the host; the query as it goes over the line. */
    Answer get(String address) {
        return ask("GET", address);
    }

    /** The object or list at an address below {@link #ROOT}. */
    JsonNode json(String below) {
        return get(ROOT + below).json();
    }

    /** All objects of a list, page by page. */
    List<JsonNode> all(String address) {
        List<JsonNode> all = new ArrayList<>();
        for (String next = address; next != null; ) {
            JsonNode page = get(next).json();
            page.get("data").forEach(all::add);
            next = page.get("links").path("next").textValue();
        }
        return all;
    }

    Answer ask(String method, String address) {
        return ask(method, address, Map.of());
    }

    Answer ask(String method, String address, Map<String, String> sent) {
        String local = address.startsWith(HOST) ? address.substring(HOST.length()) : address;
        int question = local.indexOf('?');
        String uri = question < 0 ? local : local.substring(0, question);
        String query = question < 0 ? null : local.substring(question + 1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, Object> attributes = new HashMap<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int[] status = {200};
        HttpServletRequest request = proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> uri;
            case "getPathInfo" -> pathInfo(uri);
            case "getQueryString" -> query;
            case "getHeader" -> sent.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getAttribute" -> "request-1";
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            default -> throw new UnsupportedOperationException("request." + name);
        });
        HttpServletResponse response = proxy(HttpServletResponse.class, (name, arguments) -> switch (name) {
            case "setStatus", "sendError" -> {
                status[0] = (int) arguments[0];
                yield null;
            }
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "getOutputStream" -> output(body);
            case "flushBuffer" -> null;
            default -> throw new UnsupportedOperationException("response." + name);
        });
        try {
            servlet.service((jakarta.servlet.ServletRequest) request, response);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return new Answer(status[0], headers, body.toByteArray(), attributes);
    }

    /** What the server makes of the path: escapes resolved, path parameters dropped. */
    private static String pathInfo(String uri) {
        String decoded = URLDecoder.decode(uri.replaceAll(";[^/]*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
        String below = decoded.substring("/oparl".length());
        return below.isEmpty() ? null : below;
    }

    private static ServletOutputStream output(ByteArrayOutputStream body) {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
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
