package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.persistence.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what other nodes published. It looks back over some seconds each time and compares revisions: a
 * transaction may commit later than one that began after it, and clocks of nodes differ a little.
 */
@Component(service = OtherNodes.class, immediate = true)
public final class OtherNodes {

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final long EVERY_MILLIS = 500;

    private final Transactions transactions;
    private final Listeners listeners;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private Map<String, Long> seen = Map.of();
    private boolean failing;

    @Activate
    public OtherNodes(
            @Reference Transactions transactions, @Reference Listeners listeners, @Reference Database database) {
        this(transactions, listeners, Clock.systemUTC());
        if (!database.exclusive()) {
            timer.scheduleWithFixedDelay(this::lookAgain, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    OtherNodes(Transactions transactions, Listeners listeners, Clock clock) {
        this.transactions = transactions;
        this.listeners = listeners;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "kreiswerk-publication-other-nodes");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() throws InterruptedException {
        // No interrupt: it would close the embedded database's file under everybody.
        timer.shutdown();
        timer.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void lookAgain() {
        try {
            look();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("What other nodes published cannot be seen at the moment: {}", e.getMessage());
            }
            failing = true;
        }
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
