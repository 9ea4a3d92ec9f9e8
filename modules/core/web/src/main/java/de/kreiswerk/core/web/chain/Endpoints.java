package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.framework.DepartmentBundles;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which addresses components claim, and which of them are served at this moment. What was once claimed is remembered: a
 * component that is away answers 503, an address that nobody ever claimed 404.
 */
// Immediate, because it must not forget when nobody uses it for a moment.
@Component(service = Endpoints.class, immediate = true)
public final class Endpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
    private static final int REMEMBERED = 10_000;
    private static final String PATTERN = "osgi.http.whiteboard.servlet.pattern";
    private static final String CONTEXT_PATH = "osgi.http.whiteboard.context.path";
    private static final String APPLICATION_BASE = "osgi.jaxrs.application.base";
    private static final String EXTENSION_SELECT = "osgi.jaxrs.extension.select";

    private final Map<ServiceReference<?>, Claim> claims = new ConcurrentHashMap<>();
    /** Contexts that the JAX-RS Whiteboard has opened: only then is an application served. */
    private final Map<ServiceReference<?>, String> contexts = new ConcurrentHashMap<>();

    /** Changed under the lock only, as is what follows from it. */
    private EndpointIndex remembered = new EndpointIndex();

    private volatile State state = new State(new EndpointIndex(), new EndpointIndex());
    private final ServiceTracker<Object, ServiceReference<?>> tracker;

    /** What an address leads to. */
    record Found(Endpoint endpoint, boolean served) {}

    /**
     * What a service claims.
     *
     * @param ranking the service's
     * @param id the service's
     * @param endpoints at least one
     */
    private record Claim(int ranking, long id, List<Endpoint> endpoints) {

        /** As services are ordered, which would look their properties up at each comparison. */
        static final Comparator<Claim> ORDER =
                Comparator.comparingInt(Claim::ranking).thenComparing(Claim::id, Comparator.reverseOrder());

        static Claim of(ServiceReference<?> reference, List<Endpoint> endpoints) {
            return new Claim(
                    reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                    ((Number) reference.getProperty(Constants.SERVICE_ID)).longValue(),
                    endpoints);
        }
    }

    /**
     * Both change at once, or an address would be nobody's for a moment.
     *
     * @param claimed what is claimed
     * @param away what was claimed and is not any more, without having been given up
     */
    private record State(EndpointIndex claimed, EndpointIndex away) {}

    @Activate
    public Endpoints(BundleContext context) throws InvalidSyntaxException {
        String filter = "(|(" + PATTERN + "=*)(" + APPLICATION_BASE + "=*)(" + CONTEXT_PATH + "=*))";
        this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), null) {
            @Override
            public ServiceReference<?> addingService(ServiceReference<Object> reference) {
                comes(reference);
                return reference;
            }

            @Override
            public void modifiedService(ServiceReference<Object> reference, ServiceReference<?> same) {
                changes(reference);
            }

            @Override
            public void removedService(ServiceReference<Object> reference, ServiceReference<?> same) {
                goes(reference);
            }
        };
        tracker.open(true);
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    /**
     * The narrowest claim on an address, also when whoever made it is away: nobody else answers in its place. Null when nobody ever
     * claimed it.
     */
    Found find(String path) {
        State now = state;
        Endpoint claimed = now.claimed().find(path);
        Endpoint away = now.away().size() == 0 ? null : now.away().find(path);
        if (claimed != null && (away == null || !away.isNarrowerThan(claimed))) {
            return new Found(claimed, served(claimed));
        }
        return away == null ? null : new Found(away, false);
    }

    /** The narrowest claim on an address among those that hold at this moment, null when there is none. */
    Found claimed(String path) {
        Endpoint claimed = state.claimed().find(path);
        return claimed == null ? null : new Found(claimed, served(claimed));
    }

    /** Where people sign in, null while there is no such page. */
    String signIn() {
        return state.claimed().signIn();
    }

    /** The same object as long as nothing comes or goes. */
    Object state() {
        return state;
    }

    /** What bundles claim at this moment, in order. */
    List<String> addresses(Set<String> owners) {
        return claims.values().stream()
                .flatMap(claim -> claim.endpoints().stream())
                .filter(endpoint -> owners.contains(endpoint.owner()))
                .map(endpoint -> endpoint.prefix().isEmpty() ? "/" : endpoint.prefix())
                .distinct()
                .sorted()
                .toList();
    }

    /** What bundles claimed and do not claim any more is as if they never had. */
    synchronized void forget(Set<String> owners) {
        remembered = remembered.without(owners);
        claims.values().forEach(claim -> claim.endpoints().forEach(remembered::add));
        changed();
    }

    private boolean served(Endpoint endpoint) {
        return endpoint.access() != Endpoint.Access.BY_OPERATION || contexts.containsValue(endpoint.prefix());
    }

    private synchronized void comes(ServiceReference<?> reference) {
        changed(remember(reference));
    }

    private synchronized void changes(ServiceReference<?> reference) {
        boolean claimed = drop(reference);
        changed(remember(reference) || claimed);
    }

    private synchronized void goes(ServiceReference<?> reference) {
        changed(drop(reference));
    }

    /** Half of what comes and goes with a component claims nothing itself: it is what the whiteboards make of its claims. */
    private void changed(boolean claims) {
        if (claims) {
            changed();
        } else {
            state = new State(state.claimed(), state.away());
        }
    }

    private void changed() {
        EndpointIndex now = new EndpointIndex();
        // Of two that claim the same, the higher ranked one is served: it comes last.
        claims.values().stream()
                .sorted(Claim.ORDER)
                .forEach(claim -> claim.endpoints().forEach(now::add));
        state = new State(now, remembered.without(now));
    }

    /** Whether it claims anything. */
    private boolean remember(ServiceReference<?> reference) {
        if (reference.getProperty(CONTEXT_PATH) instanceof String path) {
            contexts.put(reference, path);
        }
        List<Endpoint> endpoints = endpoints(reference);
        if (endpoints.isEmpty()) {
            return false;
        }
        claims.put(reference, Claim.of(reference, endpoints));
        if (remembered.size() < REMEMBERED) {
            endpoints.forEach(remembered::add);
        }
        for (Endpoint endpoint : endpoints) {
            if (endpoint.access() == Endpoint.Access.NOBODY) {
                LOG.warn(
                        "{} claims {} and states neither a permission nor that it is public: nobody gets in",
                        reference.getBundle(),
                        endpoint.prefix());
            }
        }
        return true;
    }

    /** Whether it claimed anything. */
    private boolean drop(ServiceReference<?> reference) {
        contexts.remove(reference);
        return claims.remove(reference) != null;
    }

    private static List<Endpoint> endpoints(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            // It went while it was on its way to us. Remembered as nobody's, it could not be held, nor ever be
            // forgotten.
            return List.of();
        }
        // Servlets of the older API are the JAX-RS Whiteboard's: their addresses are those of the applications.
        if (strings(reference.getProperty(Constants.OBJECTCLASS)).contains("javax.servlet.Servlet")) {
            return List.of();
        }
        if (reference.getProperty(CONTEXT_PATH) != null) {
            // What the JAX-RS Whiteboard opens for an application states the application's base as well, and is not
            // whose that is.
            return List.of();
        }
        Object base = reference.getProperty(APPLICATION_BASE);
        if ("/".equals(base)) {
            // The JAX-RS Whiteboard's own default application. Nobody claims it, so nobody gets to it.
            return List.of();
        }
        if (base != null) {
            return List.of(Endpoint.ofApplication(base.toString(), isChecked(reference), owner(bundle)));
        }
        Map<String, Object> properties = new TreeMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        if (DepartmentBundles.isOne(bundle)) {
            // Where people type their passwords, no department's code listens.
            properties.remove(WebConstants.SIGN_IN);
        }
        return strings(reference.getProperty(PATTERN)).stream()
                .map(pattern -> Endpoint.ofServlet(pattern, properties, owner(bundle)))
                .toList();
    }

    private static String owner(Bundle bundle) {
        return bundle.getSymbolicName() == null ? "" : bundle.getSymbolicName();
    }

    private static boolean isChecked(ServiceReference<?> reference) {
        return strings(reference.getProperty(EXTENSION_SELECT)).contains(WebConstants.REST_BASICS);
    }

    private static List<String> strings(Object value) {
        if (value instanceof String one) {
            return List.of(one);
        }
        if (value instanceof String[] several) {
            return Arrays.asList(several);
        }
        return Collections.emptyList();
    }
}
