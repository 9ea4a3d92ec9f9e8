package de.kreiswerk.deployment.service.framework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The configurations that components bring, in Config Admin. */
public final class Configurations {

    private final ConfigurationAdmin admin;
    private final Function<String, Set<String>> determined;

    /**
     * For who only asks what there is, or deletes it.
     *
     * @param admin Config Admin
     */
    public Configurations(ConfigurationAdmin admin) {
        this(admin, pid -> Set.of());
    }

    /**
     * For who keeps what there is, and sets it.
     *
     * @param admin Config Admin
     * @param determined the keys of a PID that a file or the environment of this node determines: they may be secrets, so that what they hold is
     *     neither told nor set
     */
    public Configurations(ConfigurationAdmin admin, Function<String, Set<String>> determined) {
        this.admin = admin;
        this.determined = determined;
    }

    /**
     * What there is, but for what this node determines itself.
     *
     * @param pids of what is asked
     * @return PID to values; a PID without a configuration is not in it
     */
    public Map<String, Map<String, Object>> read(Collection<String> pids) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        for (String pid : pids) {
            Configuration configuration = find(pid);
            if (configuration != null && configuration.getProperties() != null) {
                Map<String, Object> kept = values(configuration.getProperties());
                kept.keySet().removeAll(determined.apply(pid));
                found.put(pid, kept);
            }
        }
        return found;
    }

    /**
     * What this node determines itself, as it is now: it may be secrets.
     *
     * @param pids of what is asked
     * @return PID to values; a PID of which it determines nothing is not in it
     */
    public Map<String, Map<String, Object>> determined(Collection<String> pids) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        for (String pid : pids) {
            Set<String> keys = determined.apply(pid);
            Configuration configuration = keys.isEmpty() ? null : find(pid);
            if (configuration != null) {
                Map<String, Object> now = values(configuration.getProperties());
                now.keySet().retainAll(keys);
                found.put(pid, now);
            }
        }
        return found;
    }

    /**
     * All that there are.
     *
     * @return their PIDs
     */
    public Set<String> pids() {
        try {
            Configuration[] found = admin.listConfigurations(null);
            return Stream.of(found == null ? new Configuration[0] : found)
                    .map(Configuration::getPid)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("Config Admin does not tell what there is", e);
        }
    }

    /**
     * Sets what a version brings. What somebody changed stays as they set it.
     *
     * @param before what the version before brought
     * @param after what the new one brings
     */
    public void change(Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> after) {
        Map<String, Map<String, Object>> now = read(after.keySet());
        Map<String, Map<String, Object>> wanted = new HashMap<>();
        after.forEach((pid, values) -> {
            Map<String, Object> merged = new HashMap<>(now.getOrDefault(pid, Map.of()));
            Map<String, Object> former = before.getOrDefault(pid, Map.of());
            former.forEach((key, value) -> {
                if (same(value, merged.get(key))) {
                    merged.remove(key);
                }
            });
            values.forEach(merged::putIfAbsent);
            wanted.put(pid, merged);
        });
        Collection<String> pids = new java.util.HashSet<>(before.keySet());
        pids.addAll(after.keySet());
        set(pids, wanted);
    }

    /**
     * Sets configurations exactly, but for what this node determines itself: that stays as it is.
     *
     * @param pids which
     * @param wanted what they are to be; one that is not in it is deleted
     */
    public void set(Collection<String> pids, Map<String, Map<String, Object>> wanted) {
        try {
            for (String pid : pids) {
                Map<String, Object> values = wanted.get(pid);
                Configuration there = find(pid);
                if (values == null) {
                    if (there != null) {
                        there.delete();
                    }
                } else {
                    set(there == null ? make(pid) : there, pid, values, there == null);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The configurations of a component could not be set", e);
        }
    }

    private void set(Configuration configuration, String pid, Map<String, Object> kept, boolean isNew)
            throws IOException {
        Map<String, Object> now = values(configuration.getProperties());
        Map<String, Object> wanted = new HashMap<>(kept);
        for (String key : determined.apply(pid)) {
            wanted.remove(key);
            if (now.containsKey(key)) {
                wanted.put(key, now.get(key));
            }
        }
        if (isNew || !sameValues(now, wanted)) {
            configuration.update(new Hashtable<>(wanted));
        }
    }

    private Configuration make(String pid) throws IOException {
        int tilde = pid.indexOf('~');
        return tilde < 0
                ? admin.getConfiguration(pid, "?")
                : admin.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
    }

    private Configuration find(String pid) {
        try {
            Configuration[] found = admin.listConfigurations("(" + Constants.SERVICE_PID + "=" + pid + ")");
            return found == null ? null : found[0];
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("Config Admin does not tell of " + pid, e);
        }
    }

    private static Map<String, Object> values(Dictionary<String, Object> properties) {
        return properties == null
                ? new HashMap<>()
                : Collections.list(properties.keys()).stream()
                        .filter(key -> !key.startsWith("service.")
                                && !key.startsWith("felix.")
                                && !key.startsWith(":org.apache"))
                        .collect(Collectors.toMap(key -> key, properties::get, (one, other) -> one, HashMap::new));
    }

    private static boolean sameValues(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(entry -> same(entry.getValue(), other.get(entry.getKey())));
    }

    private static boolean same(Object one, Object other) {
        return Objects.deepEquals(one, other);
    }
}
