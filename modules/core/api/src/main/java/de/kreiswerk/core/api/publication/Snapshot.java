package de.kreiswerk.core.api.publication;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What the public may see of an object; neutral of language and host.
 *
 * @param path the object's lasting path without host, such as {@code /paper/0192…}; at most 200 characters
 * @param type the object's OParl type, such as {@code Paper}
 * @param address the address of its page, such as {@code /vorlagen/2026-127}, null when it has none. Earlier addresses go on
 *     leading here
 * @param lists the lists it stands in, each with its sort key there; keys are unique within a list, at most 200 characters
 * @param created when the object came to be
 * @param content the content as JSON
 * @param text what a search by words finds it by, null when it is not to be found so; part of the content, no more
 */
public record Snapshot(
        String path,
        String type,
        String address,
        Map<String, String> lists,
        Instant created,
        String content,
        String text) {

    /** Copies the lists. */
    public Snapshot {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(content, "content");
        lists = Map.copyOf(lists);
    }
}
