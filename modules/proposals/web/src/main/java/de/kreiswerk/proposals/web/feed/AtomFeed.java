package de.kreiswerk.proposals.web.feed;

import java.time.Instant;
import java.util.List;

/**
 * A feed (RFC 4287). All addresses are absolute.
 *
 * @param id the lasting id, an IRI
 * @param title the title
 * @param language the language of its own words
 * @param self where the feed is
 * @param page the page of which it is the feed
 * @param author who publishes it
 * @param rights the licence, null when none is stated
 * @param updated when the newest change was
 * @param entries the entries, newest first
 */
public record AtomFeed(
        String id,
        String title,
        String language,
        String self,
        String page,
        String author,
        String rights,
        Instant updated,
        List<Entry> entries) {

    /** Copies the list. */
    public AtomFeed {
        entries = List.copyOf(entries);
    }

    /**
     * An entry.
     *
     * @param id the lasting id, an IRI
     * @param title the title
     * @param page its page
     * @param published when it was published first, null when not known
     * @param updated when it last changed
     * @param categories what kind of thing it is
     * @param summary a few sentences
     */
    public record Entry(
            String id,
            String title,
            String page,
            Instant published,
            Instant updated,
            List<String> categories,
            String summary) {

        /** Copies the list. */
        public Entry {
            categories = List.copyOf(categories);
        }
    }
}
