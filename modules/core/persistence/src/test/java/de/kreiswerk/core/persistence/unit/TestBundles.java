package de.kreiswerk.core.persistence.unit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.connect.FrameworkUtilHelper;

/** Says which fake bundle a class belongs to, since there is no framework in these tests. */
public final class TestBundles implements FrameworkUtilHelper {

    private static final Map<Class<?>, Bundle> BUNDLES = new ConcurrentHashMap<>();

    static void put(Class<?> type, Bundle bundle) {
        BUNDLES.put(type, bundle);
    }

    @Override
    public Optional<Bundle> getBundle(Class<?> type) {
        return Optional.ofNullable(BUNDLES.get(type));
    }
}
