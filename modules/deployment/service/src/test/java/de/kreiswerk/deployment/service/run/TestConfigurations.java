package de.kreiswerk.deployment.service.run;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A Config Admin in memory that can be kept from writing. */
final class TestConfigurations {

    final Map<String, Dictionary<String, Object>> values = new TreeMap<>();
    /** The PIDs that somebody wrote. */
    final Set<String> written = new TreeSet<>();
    /** Which PIDs cannot be written. */
    Predicate<String> refuses = pid -> false;

    ConfigurationAdmin admin() {
        return (ConfigurationAdmin) Proxy.newProxyInstance(
                TestConfigurations.class.getClassLoader(),
                new Class<?>[] {ConfigurationAdmin.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConfiguration" -> configuration((String) arguments[0]);
                    case "listConfigurations" -> {
                        Configuration[] found = values.keySet().stream()
                                .filter(pid -> arguments[0].equals("(service.pid=" + pid + ")"))
                                .map(this::configuration)
                                .toArray(Configuration[]::new);
                        yield found.length == 0 ? null : found;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Configuration configuration(String pid) {
        return (Configuration) Proxy.newProxyInstance(
                TestConfigurations.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "getPid":
                            return pid;
                        case "getProperties":
                            return values.get(pid);
                        case "update":
                            write(pid, (Dictionary<?, ?>) arguments[0]);
                            return null;
                        case "delete":
                            write(pid, null);
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private void write(String pid, Dictionary<?, ?> wanted) throws IOException {
        if (refuses.test(pid)) {
            throw new IOException("The database is away");
        }
        written.add(pid);
        if (wanted == null) {
            values.remove(pid);
        } else {
            Dictionary<String, Object> copy = new Hashtable<>();
            java.util.Collections.list(wanted.keys()).forEach(key -> copy.put((String) key, wanted.get(key)));
            values.put(pid, copy);
        }
    }
}
