package de.kreiswerk.core.persistence.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.cm.PersistenceManager;
import org.apache.felix.cm.impl.Activator;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;

/** The platform's Config Admin on a store: when it asks the store and when itself is not ours to guess. */
final class RealConfigAdmin implements AutoCloseable {

    final ConfigurationAdmin admin;
    final Announcer announcer;
    private final Path cache;
    private final Framework framework;
    private final Activator activator = new Activator();

    RealConfigAdmin(DatabaseSettingsStore store) throws Exception {
        cache = Files.createTempDirectory("framework");
        framework = new FrameworkFactory()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(), "felix.cm.pm", "kreiswerk"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        context.registerService(
                PersistenceManager.class,
                store,
                new Hashtable<>(Map.of(PersistenceManager.PROPERTY_NAME, "kreiswerk")));
        activator.start(context);
        admin = context.getService(context.getServiceReference(ConfigurationAdmin.class));
        announcer = new Announcer(store, admin);
        context.registerService(ConfigurationListener.class, announcer, null);
    }

    /** What a component gets that starts now: Declarative Services lists, and does not get. Null for no configuration. */
    Map<String, Object> started(String pid) throws Exception {
        Configuration[] found = admin.listConfigurations("(" + Constants.SERVICE_PID + "=" + pid + ")");
        if (found == null) {
            return null;
        }
        Dictionary<String, Object> properties = found[0].getProperties();
        return Collections.list(properties.keys()).stream()
                .filter(key -> !key.startsWith("service."))
                .collect(Collectors.toMap(key -> key, properties::get));
    }

    @Override
    public void close() throws Exception {
        activator.stop(framework.getBundleContext());
        framework.stop();
        framework.waitForStop(10_000);
        try (Stream<Path> files = Files.walk(cache)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
