package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.deployment.api.ServiceMap;
import de.kreiswerk.deployment.api.ServiceMap.Link;
import de.kreiswerk.deployment.service.framework.BundleServices;
import de.kreiswerk.deployment.service.framework.ComponentBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** What bundles offer and use, as the framework sees it. */
final class ServiceMaps {

    private final RequestGate gate;

    ServiceMaps(RequestGate gate) {
        this.gate = gate;
    }

    ServiceMap of(String component, List<Bundle> bundles) {
        Map<String, Set<String>> offered = new TreeMap<>();
        Map<String, Set<String>> used = new TreeMap<>();
        Map<String, Set<String>> offeredPackages = new TreeMap<>();
        Map<String, Set<String>> usedPackages = new TreeMap<>();
        for (Bundle bundle : bundles) {
            for (ServiceReference<?> service :
                    BundleServices.registeredBy(bundle).toList()) {
                for (String name : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
                    Set<String> partners = offered.computeIfAbsent(name, any -> new TreeSet<>());
                    Bundle[] using = service.getUsingBundles();
                    add(partners, component, using == null ? new Bundle[0] : using);
                }
            }
            for (ServiceReference<?> service : BundleServices.usedBy(bundle).toList()) {
                Bundle offering = service.getBundle();
                if (offering == null) {
                    // It has just been taken back.
                    continue;
                }
                for (String name : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
                    add(used, name, component, offering);
                }
            }
            packages(component, bundle, offeredPackages, usedPackages);
        }
        return new ServiceMap(
                component,
                gate.addresses(bundles.stream().map(Bundle::getSymbolicName).collect(Collectors.toSet())),
                links(offered, offeredPackages),
                links(used, usedPackages));
    }

    private static void packages(
            String component, Bundle bundle, Map<String, Set<String>> offered, Map<String, Set<String>> used) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return;
        }
        for (BundleWire wire : wiring.getProvidedWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            add(offered, name(wire), component, wire.getRequirer().getBundle());
        }
        for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            add(used, name(wire), component, wire.getProvider().getBundle());
        }
    }

    private static String name(BundleWire wire) {
        return String.valueOf(wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }

    private static void add(Map<String, Set<String>> links, String name, String component, Bundle partner) {
        String owner = ComponentBundles.owner(partner);
        if (!owner.equals(component)) {
            links.computeIfAbsent(name, any -> new TreeSet<>()).add(owner);
        }
    }

    private static void add(Set<String> partners, String component, Bundle... using) {
        for (Bundle user : using) {
            String owner = ComponentBundles.owner(user);
            if (!owner.equals(component)) {
                partners.add(owner);
            }
        }
    }

    private static List<Link> links(Map<String, Set<String>> services, Map<String, Set<String>> packages) {
        List<Link> links = new ArrayList<>();
        services.forEach((name, partners) -> links.add(new Link(name, false, List.copyOf(partners))));
        packages.forEach((name, partners) -> links.add(new Link(name, true, List.copyOf(partners))));
        return links;
    }
}
