package de.kreiswerk.proposals.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of an address that mean something here, in a fixed order, none of them blank. */
public final class Query {

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a request. Control characters, which no database takes, become blanks; unknown parameters are left alone.
     *
     * @param request the request
     * @param names the parameters that mean something, in the order in which addresses have them
     * @return the parameters
     */
    public static Query of(HttpServletRequest request, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            String value = request.getParameter(name);
            String text = value == null
                    ? ""
                    : value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            if (!text.isEmpty()) {
                values.put(name, text);
            }
        }
        return new Query(values);
    }

    /** Whether an address states a parameter without a value, as forms do for fields that were left empty. */
    public static boolean hasBlanks(HttpServletRequest request, List<String> names) {
        Query query = of(request, names);
        return names.stream().anyMatch(name -> request.getParameter(name) != null && query.get(name) == null);
    }

    /** The value, null when it is not there. */
    public String get(String name) {
        return values.get(name);
    }

    /** The same without a parameter. */
    public Query without(String name) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove(name);
        return new Query(rest);
    }

    /** The same with a parameter as its last. */
    public Query with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.remove(name);
        more.put(name, value);
        return new Query(more);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The address of a path with these parameters, encoded. */
    public String at(String path) {
        return values.isEmpty()
                ? path
                : values.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
