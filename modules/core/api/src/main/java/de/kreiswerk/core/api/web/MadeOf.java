package de.kreiswerk.core.api.web;

import java.time.Instant;
import java.util.Set;

/**
 * What a public answer was made of. An endpoint that states {@link WebConstants#CACHED} notes this in the request attribute
 * {@link #ATTRIBUTE} before it writes; the platform then keeps the bytes and answers with them until one of these changes.
 * The answer must depend on nothing else but the address with its query, the reader's language ({@link Pages#language}) and
 * configuration: not on the caller, a cookie or a header.
 *
 * @param paths paths of the public objects that were read, also of those that were looked for and not found
 * @param lists the lists of which a part was read
 * @param until when the answer is no longer right though nothing changed, such as the next midnight of a page that says
 *     "today"; null for never
 */
public record MadeOf(Set<String> paths, Set<String> lists, Instant until) {

    /** The request attribute. */
    public static final String ATTRIBUTE = "de.kreiswerk.made-of";

    /** Copies the sets. */
    public MadeOf {
        paths = Set.copyOf(paths);
        lists = Set.copyOf(lists);
    }

    /**
     * Made of one object.
     *
     * @param path its path
     * @return the note
     */
    public static MadeOf object(String path) {
        return new MadeOf(Set.of(path), Set.of(), null);
    }

    /**
     * Made of a list.
     *
     * @param list its name
     * @return the note
     */
    public static MadeOf list(String list) {
        return new MadeOf(Set.of(), Set.of(list), null);
    }
}
