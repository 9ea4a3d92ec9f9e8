package de.kreiswerk.deployment.archive.policy;

import java.util.List;
import java.util.regex.Pattern;

/** The addresses that a department may have: {@code /PATH} and {@code /api/PATH}, and what is below. */
final class Addresses {

    /** Pieces by which an address could come to mean another one. */
    private static final Pattern DOUBTFUL = Pattern.compile("//|/\\.\\.?(/|$)|%|\\\\|;|[\\s\\p{Cc}]");

    private final List<String> pages;
    private final String rest;

    Addresses(DepartmentGrant grant) {
        this.rest = "/api/" + grant.path();
        this.pages = List.of("/" + grant.path(), rest);
    }

    /** For a base of JAX-RS. */
    boolean mayBeRest(String base) {
        return isBelow(base.startsWith("/") ? base : "/" + base, rest);
    }

    /** For a pattern of servlets (Servlet 6.0, section 12.2) and for a context's path. */
    boolean mayBe(String pattern) {
        String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
        return !path.contains("*") && pages.stream().anyMatch(each -> isBelow(path, each));
    }

    private static boolean isBelow(String path, String base) {
        return !DOUBTFUL.matcher(path).find() && (path.equals(base) || path.startsWith(base + "/"));
    }

    @Override
    public String toString() {
        return String.join(", ", pages);
    }
}
