package de.kreiswerk.core.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.ProblemDetails;
import de.kreiswerk.core.api.web.WebConstants;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/** A request as JAX-RS hands it to the platform's basics. */
final class FakeRequest {

    final Map<String, Object> attributes = new HashMap<>(Map.of(WebConstants.REQUEST_ID, "req7"));
    private String language;

    FakeRequest inLanguage(String accepted) {
        this.language = accepted;
        return this;
    }

    FakeRequest by(Grant... grants) {
        attributes.put(
                WebConstants.CALLER, new Caller("subject", "Name", Set.of(grants), "test", Instant.EPOCH, "req7"));
        return this;
    }

    FakeRequest withIdentityAway() {
        attributes.put(WebConstants.IDENTITY_AWAY, Boolean.TRUE);
        return this;
    }

    HttpServletRequest servlet() {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getHeader" -> arguments[0].equals("Accept-Language") ? language : null;
            case "getLocale" -> Locale.forLanguageTag(language.split("[,;]")[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** Problem details in one readable line. */
    static ProblemDetails details() {
        return (Problem problem, Locale locale, String requestId) ->
                problem.kind().status() + " " + problem.code() + " "
                        + problem.title().in(locale) + " | " + problem.detail().in(locale) + " | " + requestId + " | "
                        + problem.places();
    }

    /** Does what JAX-RS does with a field that carries {@code @Context}. */
    static void inject(Object into, String field, Object value) {
        try {
            Field target = into.getClass().getDeclaredField(field);
            target.setAccessible(true);
            target.set(into, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Behaviour {
        Object call(String method, Object[] arguments) throws Exception;
    }

    static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }
}
