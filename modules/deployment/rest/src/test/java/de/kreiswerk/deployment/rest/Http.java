package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A request of the operator, and the headers that were set beside the answer. */
final class Http implements Pages {

    final Map<String, String> headers = new HashMap<>();
    long length = -1;

    javax.servlet.http.HttpServletRequest request() {
        Caller caller = new Caller(
                "subject", "Petra Beispiel", Set.of(new Grant(Grant.ALL, Grant.ALL)), "test", Instant.EPOCH, "request");
        return proxy(javax.servlet.http.HttpServletRequest.class, (self, call, arguments) -> switch (call.getName()) {
            case "getAttribute" -> arguments[0].equals(WebConstants.CALLER) ? caller : null;
            case "getContentLengthLong" -> length;
            default -> null;
        });
    }

    javax.servlet.http.HttpServletResponse response() {
        return proxy(javax.servlet.http.HttpServletResponse.class, (self, call, arguments) -> {
            if (call.getName().equals("setHeader")) {
                headers.put((String) arguments[0], (String) arguments[1]);
            }
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Http.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Page page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writePersonal(HttpServletRequest request, HttpServletResponse response, Page page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String baseUrl() {
        return "https://example.de";
    }

    @Override
    public Locale language(HttpServletRequest request) {
        return Locale.GERMAN;
    }
}
