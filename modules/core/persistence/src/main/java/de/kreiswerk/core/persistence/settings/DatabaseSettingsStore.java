package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transactions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.felix.cm.NotCachablePersistenceManager;
import org.apache.felix.cm.PersistenceManager;
import org.apache.felix.cm.file.ConfigurationHandler;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where Config Admin keeps its configurations: the table {@code core_setting}, so that all nodes have the same. What a file
 * or the environment sets lies over it and is never written to the table.
 */
@Component(
        service = PersistenceManager.class,
        property = {PersistenceManager.PROPERTY_NAME + "=kreiswerk", Constants.SERVICE_RANKING + ":Integer=100"})
public final class DatabaseSettingsStore implements NotCachablePersistenceManager {

    private final Transactions transactions;
    private final Overrides overrides;

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
    }

    @Override
    public boolean exists(String pid) {
        return overrides.has(pid) || stored(pid) != null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Dictionary load(String pid) throws IOException {
        if (!exists(pid)) {
            throw new IOException("No configuration " + pid);
        }
        return overrides.over(pid, parse(stored(pid)));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Enumeration getDictionaries() throws IOException {
        Set<String> pids = new TreeSet<>(overrides.pids());
        Map<String, String> all = all();
        pids.addAll(all.keySet());
        java.util.List<Dictionary<String, Object>> dictionaries = new java.util.ArrayList<>();
        for (String pid : pids) {
            dictionaries.add(overrides.over(pid, parse(all.get(pid))));
        }
        return Collections.enumeration(dictionaries);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void store(String pid, Dictionary properties) throws IOException {
        String text = format(overrides.without(pid, properties));
        transactions.call(tx -> {
            try (PreparedStatement update =
                    tx.connection().prepareStatement("update core_setting set properties = ? where pid = ?")) {
                update.setString(1, text);
                update.setString(2, pid);
                if (update.executeUpdate() == 0) {
                    insert(tx.connection(), pid, text);
                }
            }
            return null;
        });
    }

    @Override
    public void delete(String pid) {
        transactions.call(tx -> {
            try (PreparedStatement delete =
                    tx.connection().prepareStatement("delete from core_setting where pid = ?")) {
                delete.setString(1, pid);
                return delete.executeUpdate();
            }
        });
    }

    private static void insert(java.sql.Connection connection, String pid, String text) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into core_setting (pid, properties) values (?, ?)")) {
            insert.setString(1, pid);
            insert.setString(2, text);
            insert.executeUpdate();
        }
    }

    private String stored(String pid) {
        return all(pid).get(pid);
    }

    private Map<String, String> all(String... onlyPid) {
        return transactions.call(tx -> {
            String sql = "select pid, properties from core_setting" + (onlyPid.length == 0 ? "" : " where pid = ?");
            try (PreparedStatement select = tx.connection().prepareStatement(sql)) {
                if (onlyPid.length > 0) {
                    select.setString(1, onlyPid[0]);
                }
                Map<String, String> found = new TreeMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), row.getString(2));
                    }
                }
                return found;
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Dictionary<String, Object> parse(String text) throws IOException {
        return text == null
                ? new java.util.Hashtable<>()
                : ConfigurationHandler.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String format(Dictionary<String, Object> properties) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ConfigurationHandler.write(out, properties);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PersistenceFailure("A configuration cannot be written", e);
        }
    }
}
