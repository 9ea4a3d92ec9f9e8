package de.kreiswerk.deployment.service.framework;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/**
 * The services of a bundle that may go at any moment, because its component is switched while somebody looks at it: the framework throws
 * when it is asked for those of one that is gone (OSGi Core, section 10.1.6), and it has none.
 */
public final class BundleServices {

    private BundleServices() {}

    /**
     * Those that it has registered.
     *
     * @param bundle the bundle
     * @return its services, none when it is gone
     */
    public static Stream<ServiceReference<?>> registeredBy(Bundle bundle) {
        return found(bundle::getRegisteredServices);
    }

    /**
     * Those that it uses.
     *
     * @param bundle the bundle
     * @return services, none when it is gone
     */
    public static Stream<ServiceReference<?>> usedBy(Bundle bundle) {
        return found(bundle::getServicesInUse);
    }

    private static Stream<ServiceReference<?>> found(Supplier<ServiceReference<?>[]> question) {
        try {
            ServiceReference<?>[] found = question.get();
            return found == null ? Stream.empty() : Arrays.stream(found);
        } catch (IllegalStateException e) {
            return Stream.empty();
        }
    }
}
