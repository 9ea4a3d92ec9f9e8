package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.web.gate.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;

/** A switch's own request as the component sees it: like anybody's. */
final class WithoutPass extends HttpServletRequestWrapper {

    private WithoutPass(HttpServletRequest request) {
        super(request);
    }

    /** The request itself when it brings no pass. */
    static HttpServletRequest of(HttpServletRequest request) {
        return isIn(request) ? new WithoutPass(request) : request;
    }

    /** Whether a request brings one; whether it is good, the gate knows. */
    static boolean isIn(HttpServletRequest request) {
        return request.getHeader(Gate.PASS) != null;
    }

    @Override
    public String getHeader(String name) {
        return Gate.PASS.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Gate.PASS.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !Gate.PASS.equalsIgnoreCase(name))
                .toList());
    }
}
