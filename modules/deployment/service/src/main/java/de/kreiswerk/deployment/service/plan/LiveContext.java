package de.kreiswerk.deployment.service.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.utils.resource.CapabilitySet;
import org.apache.felix.utils.resource.RequirementImpl;
import org.apache.felix.utils.resource.SimpleFilter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolveContext;

/** What the resolver is to work with: the wiring of the running framework without some bundles, and new resources beside it. */
final class LiveContext extends ResolveContext {

    private final Collection<Resource> arriving;
    private final Map<Resource, Wiring> wirings = new HashMap<>();
    /** By namespace, and packages by their name besides: they are nearly all that is asked for. */
    private final Map<String, List<Capability>> capabilities = new HashMap<>();
    /** How the resolver is told that nobody waits for it any more; null until it has said so. */
    private volatile Runnable cancelling;

    LiveContext(BundleContext framework, Collection<Bundle> leaving, Collection<Resource> arriving) {
        this.arriving = List.copyOf(arriving);
        for (Bundle bundle : framework.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (revision == null || leaving.contains(bundle)) {
                continue;
            }
            if (wiring == null) {
                revision.getCapabilities(null).forEach(this::add);
            } else {
                wirings.put(revision, wiring);
                wiring.getResourceCapabilities(null).forEach(this::add);
            }
        }
        this.arriving.forEach(resource -> resource.getCapabilities(null).forEach(this::add));
    }

    private void add(Capability capability) {
        capabilities
                .computeIfAbsent(key(capability.getNamespace(), capability.getAttributes()), any -> new ArrayList<>())
                .add(capability);
    }

    private static String key(String namespace, Map<String, Object> attributes) {
        return PackageNamespace.PACKAGE_NAMESPACE.equals(namespace)
                ? namespace + '/' + attributes.get(PackageNamespace.PACKAGE_NAMESPACE)
                : namespace;
    }

    /** What is offered of what a requirement is about, whether it fits or not. */
    List<Capability> related(Requirement requirement) {
        String packageName = packageName(requirement);
        return capabilities.getOrDefault(
                packageName == null
                        ? requirement.getNamespace()
                        : PackageNamespace.PACKAGE_NAMESPACE + '/' + packageName,
                List.of());
    }

    /** The versions of a package that there are. */
    Set<Version> versions(String packageName) {
        Set<Version> versions = new TreeSet<>();
        for (Capability capability :
                capabilities.getOrDefault(PackageNamespace.PACKAGE_NAMESPACE + '/' + packageName, List.of())) {
            versions.add(version(capability));
        }
        return versions;
    }

    /** Null when the requirement is for something else. */
    static String packageName(Requirement requirement) {
        if (!PackageNamespace.PACKAGE_NAMESPACE.equals(requirement.getNamespace())) {
            return null;
        }
        Object name = requirement.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
        if (name != null) {
            return name.toString();
        }
        String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
        String begin = "(" + PackageNamespace.PACKAGE_NAMESPACE + "=";
        int from = filter == null ? -1 : filter.indexOf(begin);
        return from < 0 ? null : filter.substring(from + begin.length(), filter.indexOf(')', from));
    }

    @Override
    public void onCancel(Runnable callback) {
        cancelling = callback;
    }

    /** Ends what the resolver is about. */
    void cancel() {
        Runnable told = cancelling;
        if (told != null) {
            told.run();
        }
    }

    @Override
    public Collection<Resource> getMandatoryResources() {
        return arriving;
    }

    @Override
    public List<Capability> findProviders(Requirement requirement) {
        SimpleFilter filter = filter(requirement);
        List<Capability> found = new ArrayList<>();
        for (Capability capability : related(requirement)) {
            if (CapabilitySet.matches(capability, filter)) {
                found.add(capability);
            }
        }
        found.sort(Comparator.comparing((Capability capability) -> !wirings.containsKey(capability.getResource()))
                .thenComparing(LiveContext::version, Comparator.reverseOrder()));
        return found;
    }

    private static SimpleFilter filter(Requirement requirement) {
        if (requirement instanceof RequirementImpl parsed) {
            return parsed.getFilter();
        }
        String text = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
        return text == null ? SimpleFilter.MATCH_ALL_FILTER : SimpleFilter.parse(text);
    }

    private static Version version(Capability capability) {
        return capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version version
                ? version
                : Version.emptyVersion;
    }

    @Override
    public int insertHostedCapability(List<Capability> found, HostedCapability hosted) {
        found.add(0, hosted);
        return 0;
    }

    @Override
    public boolean isEffective(Requirement requirement) {
        String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE);
    }

    @Override
    public Map<Resource, Wiring> getWirings() {
        return wirings;
    }

    static boolean isOptional(Requirement requirement) {
        return Arrays.asList(Namespace.RESOLUTION_OPTIONAL, PackageNamespace.RESOLUTION_DYNAMIC)
                .contains(requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
    }
}
