package de.kreiswerk.core.api.publication;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Which public objects to read, in the order of their keys in one list.
 *
 * @param list the list whose keys give the order, such as {@code paper}
 * @param alsoIn further lists in which an object must stand, at most 10
 * @param after the key of the last object already read, null to start
 * @param descending true for the greatest key first
 * @param limit how many at most, 1 to 1,000
 * @param createdSince objects that came to be then or later, null for all
 * @param createdBefore objects that came to be earlier than that, null for all
 * @param modifiedSince objects whose public content changed then or later, null for all
 * @param modifiedBefore objects whose public content last changed earlier than that, null for all
 * @param deleted whether withdrawn objects are among them
 * @param text words that must all occur in the text of a snapshot, without case, in whatever spelling of ß and umlauts; null or
 *     blank for all. At most 200 characters count
 */
public record PublicQuery(
        String list,
        Set<String> alsoIn,
        String after,
        boolean descending,
        int limit,
        Instant createdSince,
        Instant createdBefore,
        Instant modifiedSince,
        Instant modifiedBefore,
        boolean deleted,
        String text) {

    /** Copies the set and keeps the limit within its bounds. */
    public PublicQuery {
        Objects.requireNonNull(list, "list");
        alsoIn = Set.copyOf(alsoIn);
        if (alsoIn.size() > 10) {
            throw new IllegalArgumentException("at most 10 further lists, not " + alsoIn.size());
        }
        limit = Math.max(1, Math.min(limit, 1_000));
    }

    /**
     * All of a list that is not withdrawn, smallest key first.
     *
     * @param list the list
     * @param limit how many at most
     * @return the query
     */
    public static PublicQuery of(String list, int limit) {
        return new PublicQuery(list, Set.of(), null, false, limit, null, null, null, null, false, null);
    }

    /**
     * The same, going on behind a key.
     *
     * @param key the key of the last object already read, null to start
     * @return the query
     */
    public PublicQuery from(String key) {
        return new PublicQuery(
                list,
                alsoIn,
                key,
                descending,
                limit,
                createdSince,
                createdBefore,
                modifiedSince,
                modifiedBefore,
                deleted,
                text);
    }

    /**
     * The same, greatest key first.
     *
     * @return the query
     */
    public PublicQuery newestFirst() {
        return new PublicQuery(
                list,
                alsoIn,
                after,
                true,
                limit,
                createdSince,
                createdBefore,
                modifiedSince,
                modifiedBefore,
                deleted,
                text);
    }

    /**
     * The same, with conditions on what is found.
     *
     * @param lists further lists in which an object must stand
     * @param words words that must all occur, may be null
     * @return the query
     */
    public PublicQuery where(Set<String> lists, String words) {
        return new PublicQuery(
                list,
                lists,
                after,
                descending,
                limit,
                createdSince,
                createdBefore,
                modifiedSince,
                modifiedBefore,
                deleted,
                words);
    }
}
