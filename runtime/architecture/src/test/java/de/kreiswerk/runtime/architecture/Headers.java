package de.kreiswerk.runtime.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;

/** The manifest of a bundle, and its headers taken apart (OSGi Core ch. 3.2.4). */
record Headers(Manifest manifest) {

    static Headers read(InputStream in) throws IOException {
        return new Headers(new Manifest(in));
    }

    /** The header's value, null when there is none. */
    String get(String name) {
        return manifest.getMainAttributes().getValue(name);
    }

    /** Each name in a header, such as a package, with its attributes and directives. */
    Map<String, Map<String, String>> clauses(String name) {
        Map<String, Map<String, String>> clauses = new LinkedHashMap<>();
        String value = get(name);
        for (String clause : value == null ? List.<String>of() : split(value, ',')) {
            Map<String, String> parameters = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part);
                } else {
                    parameters.put(
                            part.substring(0, equals).replace(":", "").strip(),
                            part.substring(equals + 1).strip().replaceAll("^\"|\"$", ""));
                }
            }
            names.forEach(each -> clauses.put(each, parameters));
        }
        return clauses;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
