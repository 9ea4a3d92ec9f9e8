package de.kreiswerk.core.persistence.unit;

import de.kreiswerk.core.persistence.connection.ThreadConnection;
import de.kreiswerk.core.persistence.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.connect.FrameworkUtilHelper;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The compiled classes of this module as a bundle, woven entities included, for the extender that opens persistence units.
 * Lies in the package of what it opens.
 */
public final class EntityBundle implements FrameworkUtilHelper {

    private static final String OURS = "de.kreiswerk.proposals.service";
    private static final Bundle BUNDLE = proxy(Bundle.class, EntityBundle::answer);

    /** Opens the unit of this module on a database; closing the result closes it. */
    public static AutoCloseable open(Database database, Units units, ThreadConnection thread) {
        PersistenceExtender extender = new PersistenceExtender(context(), database, units, thread);
        Extended extended = extender.addingBundle(BUNDLE, null);
        try {
            extended.await(60_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return () -> extender.removedBundle(BUNDLE, null, extended);
    }

    @Override
    public Optional<Bundle> getBundle(Class<?> type) {
        return type.getPackageName().equals(OURS) ? Optional.of(BUNDLE) : Optional.empty();
    }

    private static Object answer(String method, Object[] arguments) throws IOException {
        return switch (method) {
            case "getHeaders" -> new Hashtable<>(Map.of("Meta-Persistence", "META-INF/persistence.xml"));
            case "getSymbolicName" -> OURS;
            case "getLocation" -> "file:bundles/test.jar";
            case "getBundleId", "getLastModified" -> 1L;
            case "getEntry" -> resolve((String) arguments[0]).toUri().toURL();
            case "findEntries" -> entries((String) arguments[0]);
            case "adapt" ->
                proxy(BundleWiring.class, (asked, none) -> {
                    if (asked.equals("getClassLoader")) {
                        return EntityBundle.class.getClassLoader();
                    }
                    throw new UnsupportedOperationException(asked);
                });
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static Path resolve(String entry) {
        try {
            URL classes = Class.forName(OURS + ".PaperEntity")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
            Path root = Path.of(URI.create(classes.toString()));
            return entry.equals("/") ? root : root.resolve(entry);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Enumeration<URL> entries(String folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(resolve(folder))) {
            for (Path file : files.toList()) {
                urls.add(url(file));
            }
        }
        return Collections.enumeration(urls);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BundleContext context() {
        return proxy(BundleContext.class, (method, arguments) -> switch (method) {
            case "addBundleListener", "removeBundleListener" -> null;
            case "getBundles" -> new Bundle[0];
            case "createFilter" -> FrameworkUtil.createFilter((String) arguments[0]);
            case "registerService" -> proxy(ServiceRegistration.class, (asked, none) -> null);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Behaviour {
        Object call(String method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> OURS;
                    default -> behaviour.call(method.getName(), arguments);
                }));
    }
}
