package de.kreiswerk.core.web.cache;

import de.kreiswerk.core.api.web.MadeOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

/**
 * Hides from an endpoint that the reader has something already, once it has noted what its answer is made of: to keep the
 * bytes, one needs them. Whether they are sent is decided afterwards. An endpoint that notes nothing, such as one that
 * sends a file, sees the request as it is.
 */
final class UnconditionalRequest extends HttpServletRequestWrapper {

    private static final Set<String> HIDDEN =
            Set.of("if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "range", "if-range");

    UnconditionalRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getHeader(String name) {
        return hides(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hides(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public long getDateHeader(String name) {
        return hides(name) ? -1 : super.getDateHeader(name);
    }

    private boolean hides(String name) {
        return getAttribute(MadeOf.ATTRIBUTE) != null && HIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }
}
