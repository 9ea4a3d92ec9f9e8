package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.log.search.HourTable.Span;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds the places of records that fit to a query. Those of an object, or of each of the kinds that are asked for, are looked up in
 * their index, the newest first. What else is asked for is looked for in what comes of that, and in so many records at most that a
 * page never takes long, however many there are. Where that was not enough, the reader is told, and may go on.
 */
final class Finder {

    /** More of them are most of what there is: then it takes less to look at one record after the other. */
    private static final int MOST_KINDS = 500;

    /** Of each kind at least, so that a text is not looked for in endless pages. */
    private static final int LEAST_LOOKED_AT = 100;

    private static final String SELECT = "select seq, recorded, kind, words from audit_index";
    private static final String NEWEST = "seq desc";

    private final Transaction tx;
    private final TrailQuery query;
    private final int lookedAt;
    private final Span hours;

    /** Null for all. */
    private final List<Integer> kinds;

    /**
     * Prepares it.
     *
     * @param tx the transaction that reads
     * @param query what is wanted; without its position and limit
     * @param lookedAt how many records are looked at for a page
     */
    Finder(Transaction tx, TrailQuery query, int lookedAt) throws SQLException {
        this.tx = tx;
        this.query = query;
        this.lookedAt = lookedAt;
        this.hours = new HourTable(tx).between(query.since(), query.until());
        this.kinds = Kind.isAskedFor(query) ? fitting(new KindTable(tx).all()) : null;
    }

    private List<Integer> fitting(Map<Kind, Integer> all) {
        return all.entrySet().stream()
                .filter(kind -> kind.getKey().fits(query))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /**
     * The places of some records.
     *
     * @param found the newest first
     * @param next the number behind which the next page begins, null for none
     * @param unfinished whether the page ends because enough was looked at
     */
    record Page(List<Found> found, Long next, boolean unfinished) {}

    /** What one index has in the order of the answer. */
    private record Stretch(String column, Object value) {

        Condition in(Span span, TrailQuery query) {
            Condition condition = new Condition(SELECT);
            if (column != null) {
                condition.is(column, value);
            }
            return condition.within(column == null ? "seq" : "place", span).time(query);
        }

        /** The column first, as in its index: H2 finds the order in the index only then. */
        String order() {
            return column == null ? NEWEST : column + ", place desc";
        }
    }

    private boolean isByKind() {
        return query.objectId() == null && kinds != null && kinds.size() <= MOST_KINDS;
    }

    private boolean isNarrowed() {
        return query.text() != null || kinds != null && !isByKind();
    }

    private List<Stretch> stretches() {
        if (isByKind()) {
            return kinds.stream().map(kind -> new Stretch("kind", kind)).toList();
        }
        return List.of(query.objectId() == null ? new Stretch(null, null) : new Stretch("object_id", query.objectId()));
    }

    /**
     * A page.
     *
     * @param before the number before which it begins
     * @param limit how many places it has at most
     */
    Page page(long before, int limit) throws SQLException {
        if (kinds != null && kinds.isEmpty()) {
            return new Page(List.of(), null, false);
        }
        List<Stretch> stretches = stretches();
        int share = Math.max(Math.min(lookedAt, LEAST_LOOKED_AT), lookedAt / stretches.size());
        PriorityQueue<Found> newest = new PriorityQueue<>(Comparator.comparingLong(Found::sequence));
        Span span = hours.before(before);
        long end = 0;
        for (Stretch stretch : stretches) {
            for (Found found : find(stretch, span, limit + 1, share)) {
                newest.add(found);
                if (newest.size() > limit + 1) {
                    newest.remove();
                }
            }
            if (newest.size() > limit) {
                // Older ones are not on this page.
                span = span.after(newest.element().sequence());
            }
            if (isNarrowed()) {
                end = Math.max(end, end(stretch, span, share));
            }
        }
        return page(newest, limit, end);
    }

    /** What was found before the end of what was looked at comes with the next page: there may be more in between. */
    private static Page page(PriorityQueue<Found> newest, int limit, long end) {
        List<Found> found = newest.stream()
                .filter(each -> each.sequence() >= end)
                .sorted(Comparator.comparingLong(Found::sequence).reversed())
                .toList();
        if (found.size() > limit) {
            List<Found> shown = found.subList(0, limit);
            return new Page(shown, shown.get(limit - 1).sequence(), false);
        }
        return new Page(found, end == 0 ? null : end, end > 0);
    }

    private List<Found> find(Stretch stretch, Span span, int limit, int share) throws SQLException {
        Condition condition = stretch.in(span, query);
        if (isNarrowed()) {
            condition.first(stretch.order(), 0, share).narrowed().text(query);
            if (!isByKind()) {
                condition.kinds(kinds);
            }
            condition.first(NEWEST, 0, limit);
        } else {
            condition.first(stretch.order(), 0, limit);
        }
        return condition.read(tx.connection());
    }

    /** The number of the last record that was looked at; 0 when there are no more. */
    private long end(Stretch stretch, Span span, int share) throws SQLException {
        return stretch.in(span, query).first(stretch.order(), share - 1, 1).read(tx.connection()).stream()
                .mapToLong(Found::sequence)
                .findFirst()
                .orElse(0);
    }

    /** The places of all that fit behind one number up to another, in their order. */
    List<Found> numbers(long after, long until, int limit) throws SQLException {
        if (kinds != null && kinds.isEmpty()) {
            return List.of();
        }
        Condition condition = new Condition(SELECT)
                .within("seq", hours.after(after).before(until + 1))
                .time(query)
                .kinds(kinds)
                .text(query);
        if (query.objectId() != null) {
            condition.is("object_id", query.objectId());
        }
        return condition.first("seq", 0, limit).read(tx.connection());
    }
}
