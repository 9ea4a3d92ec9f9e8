package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.settings.SharedSettings;
import de.kreiswerk.core.persistence.database.Database;
import de.kreiswerk.core.persistence.schedule.Watch;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the components of this node hear of what other nodes set. */
@Component(service = SharedSettings.class, immediate = true)
public final class SettingsOfOtherNodes implements SharedSettings {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsOfOtherNodes.class);
    private static final long EVERY_MILLIS = 1_000;

    private final Transactions transactions;
    private final DatabaseSettingsStore store;
    private final Announcer announcer;
    private final Watch watch;
    private final List<Supplier<Collection<String>>> leftOut = new CopyOnWriteArrayList<>();
    private Map<String, String> news = Map.of();

    /**
     * Looks as long as it is there, unless nobody else can use the database.
     *
     * @param transactions the database
     * @param store what this node knows
     * @param announcer tells its components
     * @param database says whether there may be other nodes
     */
    @Activate
    public SettingsOfOtherNodes(
            @Reference Transactions transactions,
            @Reference DatabaseSettingsStore store,
            @Reference Announcer announcer,
            @Reference Database database) {
        this(transactions, store, announcer);
        if (!database.exclusive()) {
            watch.begin(EVERY_MILLIS);
        }
    }

    SettingsOfOtherNodes(Transactions transactions, DatabaseSettingsStore store, Announcer announcer) {
        this.transactions = transactions;
        this.store = store;
        this.announcer = announcer;
        this.watch = new Watch(
                "kreiswerk-settings-other-nodes",
                "What other nodes set cannot be taken over at the moment",
                this::look);
    }

    @Deactivate
    void close() throws InterruptedException {
        watch.close();
    }

    /** One look. What is new is believed when the next look finds it still so: this node may just be telling its components. */
    void look() {
        Map<String, String> kept = transactions.call(tx -> SettingTable.all(tx.connection()));
        Set<String> pids = new TreeSet<>(kept.keySet());
        pids.addAll(store.knownPids());
        pids.removeIf(pid -> store.isKnown(pid, kept.get(pid)));
        if (!pids.isEmpty()) {
            leftOut.forEach(each -> pids.removeAll(each.get()));
        }
        Map<String, String> found = new HashMap<>();
        for (String pid : pids) {
            String stored = kept.get(pid);
            if (news.containsKey(pid) && Objects.equals(news.get(pid), stored)) {
                announce(pid);
            } else {
                found.put(pid, stored);
            }
        }
        news = found;
    }

    /** One that cannot be told is no reason not to tell the others. */
    private void announce(String pid) {
        try {
            announcer.announce(pid);
            LOG.info("Another node changed the settings of {}", pid);
        } catch (IOException | RuntimeException e) {
            LOG.warn("What another node set for {} cannot be taken over now: {}", pid, e.getMessage());
        }
    }

    @Override
    public LeftOut leaveOut(Supplier<Collection<String>> asked) {
        leftOut.add(asked);
        return () -> leftOut.remove(asked);
    }

    @Override
    public Held hold(Collection<String> pids) {
        Map<String, String> told = new HashMap<>();
        try {
            for (String pid : pids) {
                told.put(pid, store.told(pid));
                store.held(pid, store.told(pid));
            }
        } catch (IOException e) {
            throw new PersistenceFailure("The settings cannot be held", e);
        }
        return () -> holdAgain(told);
    }

    private void holdAgain(Map<String, String> told) {
        try {
            for (Map.Entry<String, String> each : told.entrySet()) {
                if (store.isKnown(each.getKey(), each.getValue())) {
                    store.held(each.getKey(), each.getValue());
                } else {
                    announcer.hold(each.getKey(), each.getValue());
                }
            }
        } catch (IOException e) {
            throw new PersistenceFailure("The settings cannot be held", e);
        }
    }

    @Override
    public Set<String> determined(String pid) {
        return store.overrides().keys(pid);
    }

    @Override
    public void refresh(Collection<String> pids) {
        try {
            for (String pid : pids) {
                if (store.isKnown(pid, store.stored(pid))) {
                    store.release(pid);
                } else {
                    announcer.announce(pid);
                }
            }
        } catch (IOException e) {
            throw new PersistenceFailure("The settings cannot be read", e);
        }
    }
}
