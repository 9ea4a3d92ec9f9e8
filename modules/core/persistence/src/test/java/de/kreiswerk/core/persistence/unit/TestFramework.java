package de.kreiswerk.core.persistence.unit;

import de.kreiswerk.core.api.persistence.SchemaFailure;
import de.kreiswerk.core.api.persistence.SchemaUnderWay;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** As much of a framework as the extender asks for. Bundles start and stop when a test says so. */
public final class TestFramework implements AutoCloseable {

    public final PersistenceExtender extender;
    private final Map<Bundle, Extended> started = new ConcurrentHashMap<>();
    private final Set<String> schemas = ConcurrentHashMap.newKeySet();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    public TestFramework(TestPlatform platform) {
        this.extender = new PersistenceExtender(context(), platform.database, platform.units, platform.thread);
    }

    /** And waits until its tables are there, or will not be. */
    public TestFramework start(TestBundle bundle) {
        Extended extended = begin(bundle);
        if (extended != null) {
            try {
                extended.await(60_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    Extended begin(TestBundle bundle) {
        Extended extended = extender.addingBundle(bundle.bundle(), null);
        if (extended != null) {
            started.put(bundle.bundle(), extended);
        }
        return extended;
    }

    public void stop(TestBundle bundle) {
        extender.removedBundle(bundle.bundle(), null, started.remove(bundle.bundle()));
    }

    /** The bundles of which a schema is registered as a service. */
    public Set<String> schemas() {
        return Set.copyOf(schemas);
    }

    /** The bundles whose scripts run, as services say. */
    public Set<String> underWay() {
        return Set.copyOf(underWay);
    }

    /** Why bundles have none, by their names. */
    public Map<String, String> failures() {
        return Map.copyOf(failures);
    }

    @Override
    public void close() {
        started.forEach((bundle, extended) -> extender.removedBundle(bundle, null, extended));
        extender.close();
    }

    private BundleContext context() {
        return TestBundle.proxy(BundleContext.class, (method, arguments) -> switch (method) {
            case "addBundleListener", "removeBundleListener" -> null;
            case "getBundles" -> new Bundle[0];
            case "createFilter" -> FrameworkUtil.createFilter((String) arguments[0]);
            case "registerService" -> registration(arguments[1], (Map<?, ?>) arguments[2]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private ServiceRegistration<?> registration(Object service, Map<?, ?> properties) {
        String bundle = (String) properties.get("kreiswerk.schema");
        if (service instanceof SchemaFailure failure) {
            failures.put(bundle, failure.reason());
            return ending(() -> failures.remove(bundle));
        }
        Set<String> said = service instanceof SchemaUnderWay ? underWay : schemas;
        said.add(bundle);
        return ending(() -> said.remove(bundle));
    }

    private static ServiceRegistration<?> ending(Runnable end) {
        return TestBundle.proxy(ServiceRegistration.class, (method, arguments) -> {
            if (method.equals("unregister")) {
                end.run();
                return null;
            }
            throw new UnsupportedOperationException(method);
        });
    }
}
