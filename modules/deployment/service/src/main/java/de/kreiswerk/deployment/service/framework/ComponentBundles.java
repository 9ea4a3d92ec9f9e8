package de.kreiswerk.deployment.service.framework;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundles of components in the framework. */
public final class ComponentBundles {

    private final BundleContext context;
    private final FrameworkWiring wiring;

    /**
     * Looks at a framework.
     *
     * @param context any context of it
     */
    public ComponentBundles(BundleContext context) {
        this.context = context;
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** Those of a version, in the order in which they are started. */
    public List<Bundle> of(String component, String archive) {
        return select(
                place -> place.component().equals(component) && place.archive().equals(archive));
    }

    /** Those of all versions of a component. */
    public List<Bundle> of(String component) {
        return select(place -> place.component().equals(component));
    }

    private List<Bundle> select(Predicate<Place> wanted) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> Place.of(bundle).filter(wanted).isPresent())
                .sorted(Comparator.comparingInt(
                        bundle -> Place.of(bundle).orElseThrow().number()))
                .toList();
    }

    /**
     * Installs a version without starting it.
     *
     * @param archive its archive
     * @return its bundles, in the order in which they are started
     * @throws BundleException when the framework refuses one; none of them is left then
     */
    public List<Bundle> install(Archive archive) throws BundleException {
        String component = archive.component().name();
        List<Bundle> installed = new ArrayList<>();
        try {
            for (ComponentBundle bundle : archive.component().bundles()) {
                String location = new Place(component, archive.sha256(), installed.size()).location();
                try (InputStream bytes = bundle.open()) {
                    installed.add(context.installBundle(location, bytes));
                }
            }
            return installed;
        } catch (BundleException | IOException | RuntimeException e) {
            takeBack(installed);
            throw e instanceof BundleException refused ? refused : new BundleException("Not installed", e);
        }
    }

    /**
     * Resolves bundles.
     *
     * @param bundles what was installed
     * @return the symbolic names of those that cannot be
     */
    public List<String> resolve(List<Bundle> bundles) {
        if (bundles.isEmpty() || wiring.resolveBundles(bundles)) {
            return List.of();
        }
        return bundles.stream()
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(Bundle::getSymbolicName)
                .toList();
    }

    /**
     * Uninstalls what can be in time, and lets go of its classes as far as nothing but components uses them.
     *
     * @param bundles what is to go
     * @param threads of the component
     * @param limit how long each may take
     * @return whether all went; what did not goes with the platform
     */
    public boolean uninstall(List<Bundle> bundles, ComponentThreads threads, Duration limit) {
        boolean all = true;
        try {
            threads.uninstall(bundles, limit);
        } catch (ComponentThreads.Trouble e) {
            all = false;
        }
        List<Bundle> gone = bundles.stream()
                .filter(bundle -> bundle.getState() == Bundle.UNINSTALLED)
                .toList();
        if (!gone.isEmpty() && platformBundles(gone).isEmpty()) {
            wiring.refreshBundles(gone);
        }
        return all;
    }

    /** What was installed a moment ago and never resolved: nothing of it can hold the framework up. */
    private static void takeBack(Collection<Bundle> installed) {
        for (Bundle bundle : installed) {
            try {
                bundle.uninstall();
            } catch (BundleException | IllegalStateException e) {
                // It was not there any more.
            }
        }
    }

    /** The bundles that depend on some, without these; what would be stopped and started again with them. */
    public Collection<Bundle> dependants(Collection<Bundle> bundles) {
        Collection<Bundle> closure = new ArrayList<>(wiring.getDependencyClosure(bundles));
        closure.removeAll(bundles);
        return closure;
    }

    /** Those of the platform that depend on some, by symbolic name. */
    public Set<String> platformBundles(Collection<Bundle> bundles) {
        return dependants(bundles).stream()
                .filter(bundle -> Place.of(bundle).isEmpty())
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The component that a bundle belongs to, or its symbolic name when it is the platform's. */
    public static String owner(Bundle bundle) {
        return Place.of(bundle).map(Place::component).orElse(bundle.getSymbolicName());
    }

    /** Whether a bundle belongs to a component. */
    public static boolean isComponents(Bundle bundle) {
        return Place.of(bundle).isPresent();
    }
}
