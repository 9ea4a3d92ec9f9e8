package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.audit.log.search.HourTable.Span;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the places of records that fit to a query. Those of an object, or of each of the kinds that are asked for, are looked up in
 * their index, the newest first; of several kinds only where the newest records of all are not enough. What else is asked for is looked for in what comes of that, and in so many records at most that a
 * page never takes long, however many there are. Where that was not enough, the reader is told, and may go on.
 */
final class Finder {

    /** More of them are most of what there is: then it takes less to look at one record after the other. */
    private static final int MOST_KINDS = 500;

    /** Kinds that are looked up by one statement. */
    private static final int TOGETHER = 20;

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
        // Removed records are not shown from the moment on that they count as such, whether their rows are gone or not.
        long removed = new RetentionTable(tx).minimum();
        this.hours = new HourTable(tx).between(query.since(), query.until()).after(removed);
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
    record Stretch(String column, Object value) {

        Condition in(Span span, TrailQuery query) {
            Condition condition = new Condition(SELECT);
            if (column != null) {
                condition.is(column, value);
            }
            return condition.within(column == null ? "seq" : "place", span).time(query);
        }

        /** The column first, as in its index: H2 finds the order in the index only then. */
        String newestFirst() {
            return column == null ? NEWEST : column + ", place desc";
        }

        String oldestFirst() {
            return column == null ? "seq" : column + ", place";
        }
    }

    private boolean isByKind() {
        return query.objectId() == null && kinds != null && kinds.size() <= MOST_KINDS;
    }

    private boolean isNarrowed() {
        return query.text() != null || kinds != null && !isByKind();
    }

    private List<Stretch> stretches(boolean byKind) {
        if (byKind) {
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
        Newest newest = new Newest(limit + 1, hours.before(before));
        List<Stretch> stretches = stretches(isByKind());
        if (stretches.size() > 1) {
            // What is frequent is among the newest, however many kinds are asked for.
            Span recent = recent(newest.span());
            newest.add(read(narrowed(new Stretch(null, null), recent, lookedAt).kinds(kinds), newest.size()));
            if (newest.isFull() || recent.after() <= newest.span().after()) {
                return page(newest, limit, 0);
            }
            newest.before(recent.after() + 1);
        }
        return page(newest, limit, isNarrowed() ? lookInto(stretches, newest) : findIn(stretches, newest));
    }

    /** The last numbers of a span, as many as are looked at. */
    private Span recent(Span span) throws SQLException {
        long before = Math.min(span.before(), new IndexTable(tx).last() + 1);
        return new Span(Math.max(span.after(), before - 1 - lookedAt), before);
    }

    /** All there are; several stretches with one statement, because their number is what takes time. */
    private long findIn(List<Stretch> stretches, Newest newest) throws SQLException {
        for (int i = 0; i < stretches.size(); i += TOGETHER) {
            List<Condition> together = new ArrayList<>();
            for (Stretch stretch : stretches.subList(i, Math.min(stretches.size(), i + TOGETHER))) {
                together.add(stretch.in(newest.span(), query).first(stretch.newestFirst(), 0, newest.size()));
            }
            newest.add(read(Condition.any(together), newest.size()));
        }
        return 0;
    }

    /** Those that fit of some of each; and the number down to which they are all that fit. */
    private long lookInto(List<Stretch> stretches, Newest newest) throws SQLException {
        int share = Math.max(Math.min(lookedAt, LEAST_LOOKED_AT), lookedAt / stretches.size());
        long end = 0;
        for (Stretch stretch : stretches) {
            Condition condition = narrowed(stretch, newest.span(), share);
            newest.add(read(isByKind() ? condition : condition.kinds(kinds), newest.size()));
            end = Math.max(end, end(stretch, newest.span(), share));
        }
        return end;
    }

    /** What was found before the end of what was looked at comes with the next page: there may be more in between. */
    private static Page page(Newest newest, int limit, long end) {
        List<Found> found =
                newest.all().stream().filter(each -> each.sequence() >= end).toList();
        if (found.size() > limit) {
            List<Found> shown = found.subList(0, limit);
            return new Page(shown, shown.get(limit - 1).sequence(), false);
        }
        return new Page(found, end == 0 ? null : end, end > 0);
    }

    private Condition narrowed(Stretch stretch, Span span, int share) {
        return stretch.in(span, query)
                .first(stretch.newestFirst(), 0, share)
                .narrowed()
                .text(query);
    }

    private List<Found> read(Condition condition, int limit) throws SQLException {
        return condition.first(NEWEST, 0, limit).read(tx.connection());
    }

    /** The number of the last record that was looked at; 0 when there are no more. */
    private long end(Stretch stretch, Span span, int share) throws SQLException {
        return stretch.in(span, query).first(stretch.newestFirst(), share - 1, 1).read(tx.connection()).stream()
                .mapToLong(Found::sequence)
                .findFirst()
                .orElse(0);
    }

    /**
     * Where all that fit are, each of them once. A kind of its own each: asked for several at once in the order of their numbers, H2
     * reads all of them again for each part.
     */
    List<Stretch> whole() {
        return kinds != null && kinds.isEmpty() ? List.of() : stretches(query.objectId() == null && kinds != null);
    }

    /** The places in a stretch of those that fit behind one number up to another, in their order. */
    List<Found> numbers(Stretch stretch, long after, long until, int limit) throws SQLException {
        Condition condition =
                stretch.in(hours.after(after).before(until + 1), query).text(query);
        if (query.objectId() != null) {
            condition.kinds(kinds);
        }
        return condition.first(stretch.oldestFirst(), 0, limit).read(tx.connection());
    }
}
