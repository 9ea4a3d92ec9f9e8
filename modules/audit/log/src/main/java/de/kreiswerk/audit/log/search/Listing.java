package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.log.AuditTrailService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pages of what was found, as lists show it. */
final class Listing {

    /** Records that are looked at together where a page of them was not enough. */
    private static final int MORE = 250;

    private final Finder finder;
    private final AuditTrailService trail;
    private final OwnActs own;
    private final int lookedAt;

    /**
     * Lists.
     *
     * @param finder finds them
     * @param trail has what they say
     * @param own which ones are left out
     * @param lookedAt how many are looked at for a page, however many are left out
     */
    Listing(Finder finder, AuditTrailService trail, OwnActs own, int lookedAt) {
        this.finder = finder;
        this.trail = trail;
        this.own = own;
        this.lookedAt = lookedAt;
    }

    /** The newest records before a number. */
    TrailPage page(long before, int limit) throws SQLException {
        Finder.Page page = finder.page(before, limit);
        List<TrailRecord> shown = new ArrayList<>(shown(page.found()));
        int looked = page.found().size();
        while (shown.size() < limit && page.next() != null && !page.unfinished()) {
            if (looked >= lookedAt) {
                return new TrailPage(shown, Position.of(page.next()), true);
            }
            int missing = limit - shown.size();
            page = finder.page(page.next(), MORE);
            List<TrailRecord> more = shown(page.found());
            if (more.size() > missing) {
                shown.addAll(more.subList(0, missing));
                return new TrailPage(shown, Position.of(shown.get(limit - 1).sequence()), false);
            }
            shown.addAll(more);
            looked += page.found().size();
        }
        return new TrailPage(shown, Position.of(page.next()), page.unfinished());
    }

    private List<TrailRecord> shown(List<Found> found) {
        Map<Long, RecordText> records =
                RecordText.of(trail.read(found.stream().map(Found::sequence).toList()));
        return found.stream()
                // One that is gone is shown as unreadable: its proof tells that it is damaged.
                .map(each -> records.getOrDefault(each.sequence(), RecordText.of(each.sequence(), each.recorded(), "")))
                .filter(record -> !own.leaveOut(record))
                .map(RecordText::listed)
                .toList();
    }
}
