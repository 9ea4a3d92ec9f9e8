package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.core.api.persistence.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one person did. There is no index by person, on purpose: it reads the records of a time in parts, each in a transaction of its
 * own, and a page ends after so many of them.
 */
public final class RecordsByActor {

    private static final int PART = 1_000;

    private final Transactions transactions;
    private final AuditTrailService trail;
    private final int part;
    private final int lookedAt;

    /**
     * Reads.
     *
     * @param transactions the database
     * @param trail the records
     */
    public RecordsByActor(Transactions transactions, AuditTrailService trail) {
        this(transactions, trail, PART, SearchService.LOOKED_AT);
    }

    RecordsByActor(Transactions transactions, AuditTrailService trail, int part, int lookedAt) {
        this.transactions = transactions;
        this.trail = trail;
        this.part = part;
        this.lookedAt = lookedAt;
    }

    /**
     * A page of them.
     *
     * @param subject the person's random id
     * @param since made at this time or later
     * @param until made before this time
     * @param after the position behind which the page begins, null for the newest
     * @param limit how many records it has at most
     * @return the newest first
     */
    public TrailPage page(String subject, Instant since, Instant until, String after, int limit) {
        long place = Position.parse(after);
        List<TrailRecord> records = new ArrayList<>();
        for (int looked = 0; looked < lookedAt; looked += part) {
            Finder.Page page = next(since, until, place);
            Map<Long, RecordText> texts = RecordText.of(
                    trail.read(page.found().stream().map(Found::sequence).toList()));
            for (Found each : page.found()) {
                place = each.sequence();
                RecordText text = texts.get(place);
                if (text != null && text.saysWhatDid(subject)) {
                    records.add(text.record(List.of()));
                    if (records.size() == limit) {
                        return new TrailPage(records, Position.of(place), false);
                    }
                }
            }
            if (page.next() == null) {
                return new TrailPage(records, null, false);
            }
        }
        return new TrailPage(records, Position.of(place), true);
    }

    private Finder.Page next(Instant since, Instant until, long before) {
        TrailQuery query = new TrailQuery(since, until, null, null, null, null, null, null, null, null, part);
        return transactions.call(tx -> new Finder(tx, query, part).page(before, part));
    }
}
