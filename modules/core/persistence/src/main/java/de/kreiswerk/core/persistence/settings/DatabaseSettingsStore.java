package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.persistence.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.cm.NotCachablePersistenceManager;
import org.apache.felix.cm.PersistenceManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Config Admin keeps its configurations: the table {@code core_setting}, so that all nodes have the same. What a file
 * or the environment sets lies over it and is never written to the table.
 */
@Component(
        service = {PersistenceManager.class, DatabaseSettingsStore.class},
        property = {PersistenceManager.PROPERTY_NAME + "=kreiswerk", Constants.SERVICE_RANKING + ":Integer=100"})
public final class DatabaseSettingsStore implements NotCachablePersistenceManager {

    /** The pool is needed before settings can be read, so nothing can be kept for it. */
    static final String POOL = Database.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSettingsStore.class);

    private final Transactions transactions;
    private final Overrides overrides;
    /** What this node has written, or told its components, of each PID; what is not in it is not in the table. */
    private final Map<String, String> known = new ConcurrentHashMap<>();
    /** PIDs of which what is known is said, whatever the table holds: not only events, whoever starts reads as well. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private final RecentRows recent = new RecentRows(System::nanoTime);

    private volatile Thread silent;

    @Activate
    public DatabaseSettingsStore(BundleContext context, @Reference Transactions transactions) throws IOException {
        this(
                transactions,
                Overrides.read(
                        System.getenv(),
                        Path.of(
                                        context.getProperty("kreiswerk.data") == null
                                                ? "data"
                                                : context.getProperty("kreiswerk.data"))
                                .resolve("settings.properties")));
    }

    DatabaseSettingsStore(Transactions transactions, Overrides overrides) {
        this.transactions = transactions;
        this.overrides = overrides;
        try {
            known.putAll(transactions.call(tx -> SettingTable.all(tx.connection())));
        } catch (PersistenceFailure e) {
            LOG.debug("What there is of settings will be told to the components when the database answers", e);
        }
    }

    @Override
    public boolean exists(String pid) {
        return overrides.has(pid) || said(pid) != null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Dictionary load(String pid) throws IOException {
        return find(pid).orElseThrow(() -> new IOException("No configuration " + pid));
    }

    /** What holds for a PID: the table's or what is held, with file and environment over it. */
    Optional<Dictionary<String, Object>> find(String pid) throws IOException {
        return holds(pid, said(pid));
    }

    private String said(String pid) {
        return held.contains(pid) ? known.get(pid) : stored(pid);
    }

    private Optional<Dictionary<String, Object>> holds(String pid, String stored) throws IOException {
        return stored == null && !overrides.has(pid)
                ? Optional.empty()
                : Optional.of(overrides.over(pid, SettingTable.parse(stored)));
    }

    /** What the table holds, for who tells the components of it. */
    Optional<Dictionary<String, Object>> taken(String pid) throws IOException {
        String stored = stored(pid);
        note(pid, stored);
        held.remove(pid);
        return holds(pid, stored);
    }

    /** From now on this is what holds for a PID on this node, for who tells the components of it; null for no configuration. */
    Optional<Dictionary<String, Object>> held(String pid, String told) throws IOException {
        note(pid, told);
        held.add(pid);
        return holds(pid, told);
    }

    /** Null when the components of this node were told of none. */
    String told(String pid) {
        return known.get(pid);
    }

    /** The table may say it again. */
    void release(String pid) {
        held.remove(pid);
        recent.changed();
    }

    /** Whether the components of this node were told of what the table holds. */
    boolean isKnown(String pid, String stored) {
        return Objects.equals(known.get(pid), stored);
    }

    /** The PIDs of which this node knows something. */
    Set<String> knownPids() {
        return Set.copyOf(known.keySet());
    }

    private void note(String pid, String stored) {
        if (stored == null) {
            known.remove(pid);
        } else {
            known.put(pid, stored);
        }
        recent.changed();
    }

    Overrides overrides() {
        return overrides;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Enumeration getDictionaries() throws IOException {
        Set<String> pids = new TreeSet<>(overrides.pids());
        Map<String, String> all =
                new TreeMap<>(recent.get(() -> transactions.call(tx -> SettingTable.all(tx.connection()))));
        held.forEach(pid -> all.compute(pid, (any, stored) -> known.get(pid)));
        pids.addAll(all.keySet());
        List<Dictionary<String, Object>> dictionaries = new ArrayList<>();
        for (String pid : pids) {
            dictionaries.add(overrides.over(pid, SettingTable.parse(all.get(pid))));
        }
        return Collections.enumeration(dictionaries);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void store(String pid, Dictionary properties) throws IOException {
        if (Thread.currentThread() == silent) {
            return;
        }
        String text = SettingTable.format(overrides.without(pid, properties));
        transactions.call(tx -> {
            SettingTable.write(tx.connection(), pid, text);
            return null;
        });
        note(pid, text);
        held.remove(pid);
    }

    @Override
    public void delete(String pid) {
        if (Thread.currentThread() == silent) {
            return;
        }
        transactions.call(tx -> {
            SettingTable.delete(tx.connection(), pid);
            return null;
        });
        note(pid, null);
        held.remove(pid);
    }

    /** For the time of an action, what its thread stores or deletes is left as it is in the table. */
    synchronized void withoutWriting(Action action) throws IOException {
        silent = Thread.currentThread();
        try {
            action.run();
        } finally {
            silent = null;
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Action {

        void run() throws IOException;
    }

    /** Null when there is none. */
    String stored(String pid) {
        return transactions.call(tx -> SettingTable.find(tx.connection(), pid));
    }
}
