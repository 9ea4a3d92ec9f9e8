package de.kreiswerk.deployment.archive.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the value of a manifest header apart. */
public final class Clauses {

    private Clauses() {}

    /**
     * Takes it apart.
     *
     * @param header the header's value, null for a header that is not there
     * @return its clauses; none for an empty one. What is no clause becomes one whose path is that text, and so fits nothing
     */
    public static List<Clause> of(String header) {
        List<Clause> clauses = new ArrayList<>();
        if (header != null && !header.isBlank()) {
            split(header, ',').forEach(each -> clauses.add(clause(each)));
        }
        return clauses;
    }

    /**
     * Whether everybody takes it apart in this way: quotes only around the whole value of a parameter, and a backslash only between
     * them (OSGi Core, section 1.3.2). Elsewhere some read them as letters.
     *
     * @param header the header's value
     * @return true when there is one way to read it
     */
    public static boolean isPlain(String header) {
        boolean parameter = false;
        boolean valueBegins = false;
        boolean valueEnded = false;
        for (int i = 0; i < header.length(); i++) {
            char each = header.charAt(i);
            if (each == ',' || each == ';') {
                parameter = false;
                valueBegins = false;
                valueEnded = false;
            } else if (each == '"' && valueBegins) {
                i = closing(header, i);
                if (i < 0) {
                    return false;
                }
                valueBegins = false;
                valueEnded = true;
            } else if (each == '"' || each == '\\' || valueEnded && !Character.isWhitespace(each)) {
                return false;
            } else if (!Character.isWhitespace(each)) {
                valueBegins = each == '=' && !parameter;
                parameter |= each == '=';
            }
        }
        return true;
    }

    /** Where a quoted value ends, -1 when it does not. */
    private static int closing(String header, int opening) {
        for (int i = opening + 1; i < header.length(); i++) {
            char each = header.charAt(i);
            if (each == '"') {
                return i;
            }
            i += each == '\\' ? 1 : 0;
        }
        return -1;
    }

    private static Clause clause(String text) {
        List<String> paths = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int equals = unquoted(part, '=');
            if (equals < 0) {
                paths.add(part.strip());
            } else if (equals > 0 && part.charAt(equals - 1) == ':') {
                directives.put(part.substring(0, equals - 1).strip(), plain(part.substring(equals + 1)));
            } else {
                // Attributes may have a type behind a colon, such as version:Version.
                attributes.put(untyped(part.substring(0, equals)), plain(part.substring(equals + 1)));
            }
        }
        if (paths.isEmpty()) {
            paths.add(text.strip());
        }
        return new Clause(paths, attributes, directives);
    }

    private static String untyped(String name) {
        int colon = name.indexOf(':');
        return (colon < 0 ? name : name.substring(0, colon)).strip();
    }

    private static String plain(String value) {
        String stripped = value.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1).replaceAll("\\\\(.)", "$1") : stripped;
    }

    private static int unquoted(String text, char wanted) {
        List<String> parts = split(text, wanted);
        return parts.size() == 1 ? -1 : parts.get(0).length();
    }

    /** Splits where a separator stands outside of quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\\' && quoted) {
                i++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (each == separator && !quoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
