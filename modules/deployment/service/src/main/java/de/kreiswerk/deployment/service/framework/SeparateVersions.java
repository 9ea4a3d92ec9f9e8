package de.kreiswerk.deployment.service.framework;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps two versions of a component apart while both are there: bundles of one never get packages of the other, and nobody else gets those of
 * a version that is not let in yet.
 */
public final class SeparateVersions implements ResolverHookFactory, AutoCloseable {

    private final Set<String> arriving = ConcurrentHashMap.newKeySet();
    private final ServiceRegistration<ResolverHookFactory> registration;

    /**
     * Begins.
     *
     * @param context where the framework asks
     */
    public SeparateVersions(BundleContext context) {
        this.registration = context.registerService(ResolverHookFactory.class, this, null);
    }

    /** Nobody but itself may be wired to a version for now. */
    public void hide(String archive) {
        arriving.add(archive);
    }

    /** Everybody may. */
    public void show(String archive) {
        arriving.remove(archive);
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return new Hook();
    }

    @Override
    public void close() {
        registration.unregister();
    }

    private final class Hook implements ResolverHook {

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            Optional<Place> asking = place(requirement.getRevision());
            candidates.removeIf(candidate -> place(candidate.getRevision())
                    .filter(offering -> isApart(asking, offering))
                    .isPresent());
        }

        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> candidates) {
            place(singleton.getRevision())
                    .ifPresent(own -> candidates.removeIf(candidate -> place(candidate.getRevision())
                            .filter(other -> other.component().equals(own.component())
                                    && !other.archive().equals(own.archive()))
                            .isPresent()));
        }

        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            // All may be resolved.
        }

        @Override
        public void end() {
            // Nothing is kept.
        }

        private Optional<Place> place(BundleRevision revision) {
            Bundle bundle = revision.getBundle();
            return bundle == null ? Optional.empty() : Place.of(bundle);
        }

        private boolean isApart(Optional<Place> asking, Place offering) {
            if (asking.isPresent() && asking.get().component().equals(offering.component())) {
                return !asking.get().archive().equals(offering.archive());
            }
            return arriving.contains(offering.archive());
        }
    }
}
