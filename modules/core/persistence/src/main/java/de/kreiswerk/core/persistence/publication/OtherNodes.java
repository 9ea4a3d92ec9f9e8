package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.persistence.database.Database;
import de.kreiswerk.core.persistence.schedule.Watch;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells listeners what other nodes published, and compares revisions so that each change is told once. A change has the time at which it
 * was written, but is seen when its transaction commits, which may be long after; and clocks of nodes differ. So the last seconds are
 * looked at each time, and the last minutes every few seconds.
 */
@Component(service = OtherNodes.class, immediate = true)
public final class OtherNodes {

    /** What is told within a second: how late it is committed at most. */
    private static final Duration SHORTLY = Duration.ofSeconds(10);
    /** What is told at all: far beyond what the longest transaction takes, and beyond what clocks differ by. */
    private static final Duration LONG_AFTER = Duration.ofMinutes(2);
    /** An import writes tens of thousands of objects in that time: they are not to be read twice a second. */
    private static final Duration BETWEEN_LONG_LOOKS = Duration.ofSeconds(5);

    /** The newest are remembered. What is older is told again, which costs but is no harm. */
    private static final int MOST_REMEMBERED = 50_000;

    private static final long EVERY_MILLIS = 500;

    /** Newest first, along the index on the time. */
    static final String CHANGED =
            "select path, revision from public_object where modified >= ? and node <> ? order by modified desc";

    private final Transactions transactions;
    private final Listeners listeners;
    private final Clock clock;
    private final Watch watch;
    private Map<String, Long> seen = new HashMap<>();
    private Instant longLook;

    @Activate
    public OtherNodes(
            @Reference Transactions transactions, @Reference Listeners listeners, @Reference Database database) {
        this(transactions, listeners, Clock.systemUTC());
        if (!database.exclusive()) {
            watch.begin(EVERY_MILLIS);
        }
    }

    OtherNodes(Transactions transactions, Listeners listeners, Clock clock) {
        this.transactions = transactions;
        this.listeners = listeners;
        this.clock = clock;
        this.longLook = clock.instant().minus(BETWEEN_LONG_LOOKS);
        this.watch = new Watch(
                "kreiswerk-publication-other-nodes",
                "What other nodes published cannot be seen at the moment",
                this::look);
    }

    @Deactivate
    void close() throws InterruptedException {
        watch.close();
    }

    /** One look. */
    void look() {
        Instant now = clock.instant();
        // A clock that was set back must not put it off.
        boolean isLong = now.isBefore(longLook) || !now.isBefore(longLook.plus(BETWEEN_LONG_LOOKS));
        // While this node could not look, others may have published.
        Instant since = isLong ? earlier(now, longLook).minus(LONG_AFTER) : now.minus(SHORTLY);
        News news = transactions.call(tx -> news(tx.connection(), since));
        if (isLong) {
            seen = news.found;
            longLook = now;
        } else {
            seen.putAll(news.found);
        }
        if (!news.paths.isEmpty()) {
            listeners.tell(news.paths, news.lists);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private News news(Connection connection, Instant since) throws SQLException {
        News news = new News(new HashMap<>(), new HashSet<>(), new HashSet<>());
        try (PreparedStatement select = connection.prepareStatement(CHANGED)) {
            select.setTimestamp(1, Timestamp.from(since));
            select.setString(2, listeners.node());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String path = row.getString(1);
                    long revision = row.getLong(2);
                    if (news.found.size() < MOST_REMEMBERED) {
                        news.found.put(path, revision);
                    }
                    if (!Objects.equals(seen.get(path), revision)) {
                        news.paths.add(path);
                    }
                }
            }
        }
        if (!news.paths.isEmpty()) {
            addLists(connection, news);
        }
        return news;
    }

    private static void addLists(Connection connection, News news) throws SQLException {
        // Those that it left before the last change as well: a look more often than needed does no harm.
        try (PreparedStatement select = connection.prepareStatement("select list from public_list where path = any(?)"
                + " union select list from public_left where path = any(?)")) {
            Array paths = connection.createArrayOf("varchar", news.paths.toArray());
            select.setArray(1, paths);
            select.setArray(2, paths);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    news.lists.add(row.getString(1));
                }
            }
        }
    }

    /**
     * What a look found.
     *
     * @param found the revisions of what was changed
     * @param paths what of it is not known yet
     * @param lists where that stands, or once stood
     */
    private record News(Map<String, Long> found, Set<String> paths, Set<String> lists) {}
}
