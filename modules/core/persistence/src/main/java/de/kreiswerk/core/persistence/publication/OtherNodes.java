package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.persistence.database.Database;
import de.kreiswerk.core.persistence.schedule.Watch;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells listeners what other nodes published. It looks back over some seconds each time and compares revisions: a
 * transaction may commit later than one that began after it, and clocks of nodes differ a little.
 */
@Component(service = OtherNodes.class, immediate = true)
public final class OtherNodes {

    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final long EVERY_MILLIS = 500;

    private final Transactions transactions;
    private final Listeners listeners;
    private final Clock clock;
    private final Watch watch;
    private Map<String, Long> seen = Map.of();

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
        Map<String, Long> now = new HashMap<>();
        Set<String> paths = new HashSet<>();
        Set<String> lists = new HashSet<>();
        transactions.call(tx -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement("select o.path, o.revision, l.list from public_object o"
                            + " left join public_list l on l.path = o.path where o.modified >= ? and o.node <> ?")) {
                select.setTimestamp(1, Timestamp.from(clock.instant().minus(LOOK_BACK)));
                select.setString(2, listeners.node());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String path = row.getString(1);
                        now.put(path, row.getLong(2));
                        if (!now.get(path).equals(seen.get(path))) {
                            paths.add(path);
                            if (row.getString(3) != null) {
                                lists.add(row.getString(3));
                            }
                        }
                    }
                }
            }
            return null;
        });
        seen = now;
        if (!paths.isEmpty()) {
            listeners.tell(paths, lists);
        }
    }
}
