package de.kreiswerk.deployment.archive.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clause of a manifest header (OSGi Core, section 3.2.4): {@code path;path;attribute=value;directive:=value}.
 *
 * @param paths what it is about, at least one
 * @param attributes by name
 * @param directives by name
 */
public record Clause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {

    /** Copies. */
    public Clause {
        paths = List.copyOf(paths);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        directives = Collections.unmodifiableMap(new LinkedHashMap<>(directives));
    }

    /**
     * The first path.
     *
     * @return such as a package
     */
    public String path() {
        return paths.get(0);
    }

    /**
     * Whether a bundle resolves without it.
     *
     * @return true for {@code resolution:=optional}
     */
    public boolean isOptional() {
        return "optional".equals(directives.get("resolution"));
    }
}
