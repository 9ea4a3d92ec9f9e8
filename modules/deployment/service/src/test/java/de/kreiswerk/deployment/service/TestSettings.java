package de.kreiswerk.deployment.service;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A Config Admin that only knows which configurations there are. */
final class TestSettings {

    final Set<String> pids = new TreeSet<>();

    ConfigurationAdmin admin() {
        return (ConfigurationAdmin) Proxy.newProxyInstance(
                TestSettings.class.getClassLoader(),
                new Class<?>[] {ConfigurationAdmin.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("listConfigurations")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Configuration[] found = pids.stream()
                            .filter(pid -> arguments[0] == null || arguments[0].equals("(service.pid=" + pid + ")"))
                            .map(this::configuration)
                            .toArray(Configuration[]::new);
                    return found.length == 0 ? null : found;
                });
    }

    private Configuration configuration(String pid) {
        return (Configuration) Proxy.newProxyInstance(
                TestSettings.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "getPid":
                            return pid;
                        case "getProperties":
                            Dictionary<String, Object> values = new Hashtable<>();
                            return values;
                        case "delete":
                            return pids.remove(pid) ? null : null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }
}
