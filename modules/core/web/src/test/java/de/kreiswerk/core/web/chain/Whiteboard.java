package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.web.WebConstants;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/** As much of a service registry as the endpoints ask for: components come and go when a test says so. */
final class Whiteboard {

    /** Whose all components are. */
    static final String OWNER = "de.kreis.forms";

    private static final String NUMBER = "service.id";
    private static final Bundle BUNDLE = Exchange.proxy(
            Bundle.class, (method, arguments) -> method.equals("getLocation") ? "bundles/forms.jar" : OWNER);

    /** Whether what is registered is gone again before anybody looks at it. */
    boolean gone;

    private int registered;
    private final Map<ServiceReference<?>, Map<String, Object>> services = new ConcurrentHashMap<>();
    private final Map<ServiceListener, Filter> listeners = new ConcurrentHashMap<>();

    ServiceReference<?> servlet(String pattern, Map<String, Object> properties) {
        Map<String, Object> all = new ConcurrentHashMap<>(properties);
        all.put("osgi.http.whiteboard.servlet.pattern", pattern);
        return register(all);
    }

    ServiceReference<?> publicServlet(String pattern) {
        return servlet(pattern, Map.of(WebConstants.PUBLIC, "true"));
    }

    ServiceReference<?> servletFor(String permission, String pattern) {
        return servlet(pattern, Map.of(WebConstants.PERMISSION, permission));
    }

    ServiceReference<?> application(String base) {
        return register(Map.of("osgi.jaxrs.application.base", base, "osgi.jaxrs.extension.select", new String[] {
            WebConstants.REST_BASICS
        }));
    }

    ServiceReference<?> uncheckedApplication(String base) {
        return register(Map.of("osgi.jaxrs.application.base", base));
    }

    /** What the JAX-RS Whiteboard opens once an application is served. */
    ServiceReference<?> openContext(String path) {
        return register(Map.of("osgi.http.whiteboard.context.path", path));
    }

    ServiceReference<?> register(Map<String, Object> properties) {
        return register(properties, gone ? null : BUNDLE);
    }

    /** Of a bundle that is known by its location and its symbolic name. */
    ServiceReference<?> registerOf(String location, String bundle, Map<String, Object> properties) {
        return register(properties, Exchange.proxy(Bundle.class, (method, arguments) -> switch (method) {
            case "getLocation" -> location;
            case "getSymbolicName" -> bundle;
            default -> throw new UnsupportedOperationException("bundle." + method);
        }));
    }

    /** A public page of a bundle of a department's component. */
    ServiceReference<?> componentServlet(String bundle, String pattern) {
        return registerOf(
                "component:" + bundle + ":abc:0",
                bundle,
                Map.of("osgi.http.whiteboard.servlet.pattern", pattern, WebConstants.PUBLIC, "true"));
    }

    private ServiceReference<?> register(Map<String, Object> properties, Bundle bundle) {
        int number = ++registered;
        ServiceReference<?> reference = Exchange.proxy(ServiceReference.class, (method, arguments) -> switch (method) {
            case "getProperty" -> NUMBER.equals(arguments[0]) ? number : properties.get((String) arguments[0]);
            case "getPropertyKeys" -> properties.keySet().toArray(String[]::new);
            case "getBundle" -> bundle;
            // All of the same rank.
            case "compareTo" ->
                Integer.compare(
                        ((ServiceReference<?>) arguments[0]).getProperty(NUMBER).hashCode(), number);
            default -> throw new UnsupportedOperationException("reference." + method);
        });
        services.put(reference, properties);
        fire(ServiceEvent.REGISTERED, reference, properties);
        return reference;
    }

    /** Of a servlet. */
    void modify(ServiceReference<?> servlet, String property, Object value) {
        services.get(servlet).put(property, value);
        fire(ServiceEvent.MODIFIED, servlet, services.get(servlet));
    }

    void unregister(ServiceReference<?> reference) {
        fire(ServiceEvent.UNREGISTERING, reference, services.remove(reference));
    }

    BundleContext context() {
        return Exchange.proxy(BundleContext.class, (method, arguments) -> switch (method) {
            case "addServiceListener" ->
                listeners.put((ServiceListener) arguments[0], FrameworkUtil.createFilter((String) arguments[1]));
            case "removeServiceListener" -> listeners.remove((ServiceListener) arguments[0]);
            case "getAllServiceReferences", "getServiceReferences" -> matching((String) arguments[1]);
            default -> throw new UnsupportedOperationException("context." + method);
        });
    }

    Set<ServiceListener> listeners() {
        return listeners.keySet();
    }

    private ServiceReference<?>[] matching(String filter) throws InvalidSyntaxException {
        Filter wanted = FrameworkUtil.createFilter(filter);
        return services.entrySet().stream()
                .filter(service -> wanted.matches(service.getValue()))
                .map(Map.Entry::getKey)
                .toArray(ServiceReference<?>[]::new);
    }

    private void fire(int type, ServiceReference<?> reference, Map<String, Object> properties) {
        listeners.forEach((listener, filter) -> {
            if (filter.matches(properties)) {
                listener.serviceChanged(new ServiceEvent(type, reference));
            }
        });
    }
}
