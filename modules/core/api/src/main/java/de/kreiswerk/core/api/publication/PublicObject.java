package de.kreiswerk.core.api.publication;

import java.time.Instant;

/**
 * A published object as it is read.
 *
 * @param path its lasting path
 * @param type its OParl type
 * @param address the address of its page, null when it has none
 * @param key its key in the list that it was read from, null when it was found by path
 * @param revision counts the changes of this object, from 1; together with the path it identifies the content
 * @param created when the object came to be
 * @param modified when its public content last changed, or when it was withdrawn; to the millisecond
 * @param deleted true when it was withdrawn
 * @param content the content as JSON, null when deleted
 */
public record PublicObject(
        String path,
        String type,
        String address,
        String key,
        long revision,
        Instant created,
        Instant modified,
        boolean deleted,
        String content) {}
