package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.manifest.Clause;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.Set;
import java.util.stream.Collectors;

/** Headers with which a bundle would reach past its contract with the platform. */
final class HeaderCheck implements Check {

    /** Components may not offer these unless somebody approves it. */
    private static final Set<String> OF_PLATFORM =
            Set.of("osgi.ee", "osgi.extender", "osgi.implementation", "osgi.contract", "osgi.native");

    private static final String BUS_EXTENSIONS = "META-INF/cxf/bus-extensions.txt";

    @Override
    public void check(Case subject, Findings findings) throws BadArchive {
        Set<String> own = subject.bundles().stream().map(OpenBundle::name).collect(Collectors.toSet());
        for (OpenBundle bundle : subject.bundles()) {
            dynamicImports(bundle, subject.grant().namespace(), findings);
            requiredBundles(bundle, own, findings);
            forbidden(bundle, findings);
            capabilities(bundle, subject.grant().namespace(), findings);
            requirements(bundle, subject.grant().namespace(), findings);
            extenders(bundle, findings);
            activator(bundle, findings);
        }
    }

    private static void dynamicImports(OpenBundle bundle, String namespace, Findings findings) throws BadArchive {
        for (Clause clause : bundle.clauses("DynamicImport-Package")) {
            for (String path : clause.paths()) {
                String name = path.endsWith(".*") ? path.substring(0, path.length() - 2) : path;
                if (!SymbolicName.isWithin(name, namespace)) {
                    findings.add(
                            "import.dynamic",
                            Severity.REFUSED,
                            bundle.name(),
                            bundle.name() + " importiert dynamisch („" + Quoted.of(path)
                                    + "“); so wäre nicht mehr zu sehen, was es braucht.",
                            bundle.name() + " imports dynamically ('" + Quoted.of(path)
                                    + "'); what it needs could no longer be seen.");
                }
            }
        }
    }

    private static void requiredBundles(OpenBundle bundle, Set<String> own, Findings findings) throws BadArchive {
        for (Clause clause : bundle.clauses("Require-Bundle")) {
            if (!own.contains(clause.path())) {
                findings.add(
                        "require-bundle",
                        Severity.REFUSED,
                        bundle.name(),
                        bundle.name() + " verlangt mit Require-Bundle das Bundle „" + Quoted.of(clause.path())
                                + "“, das nicht im Archiv ist; importieren Sie Pakete.",
                        bundle.name() + " requires the bundle '" + Quoted.of(clause.path())
                                + "' by Require-Bundle, which is not in the archive; import packages.");
            }
        }
    }

    private static void forbidden(OpenBundle bundle, Findings findings) throws BadArchive {
        for (String header : Set.of("Fragment-Host", "Bundle-NativeCode", "ExtensionBundle-Activator")) {
            if (!bundle.clauses(header).isEmpty()) {
                findings.add(
                        "header.forbidden",
                        Severity.REFUSED,
                        bundle.name(),
                        bundle.name() + " hat die Kopfzeile " + header + ", die Komponenten nicht haben dürfen.",
                        bundle.name() + " has the header " + header + ", which components may not have.");
            }
        }
    }

    /**
     * Who offers what an extender or an implementation offers may be wired to bundles of the platform, which then cannot do without
     * the component. What services there are is said for the tools only; what namespaces of one's own mean, only those who know them.
     */
    private static void capabilities(OpenBundle bundle, String namespace, Findings findings) throws BadArchive {
        for (Clause clause : bundle.clauses("Provide-Capability")) {
            for (String path : clause.paths()) {
                if (!path.equals("osgi.service") && !SymbolicName.isWithin(path, namespace)) {
                    findings.add(
                            "capability.platform",
                            Severity.NEEDS_APPROVAL,
                            bundle.name(),
                            bundle.name() + " bietet mit Provide-Capability „" + Quoted.of(path)
                                    + "“ an, worauf sich die Plattform verlassen könnte.",
                            bundle.name() + " offers '" + Quoted.of(path)
                                    + "' by Provide-Capability, on which the platform might come to rely.");
                }
            }
        }
    }

    /**
     * What is required while bundles are resolved ties a bundle to whoever offers it, such as its mere name: that one could not be
     * exchanged any more without stopping this one.
     */
    private static void requirements(OpenBundle bundle, String namespace, Findings findings) throws BadArchive {
        for (Clause clause : bundle.clauses("Require-Capability")) {
            if (!clause.directives().getOrDefault("effective", "resolve").equals("resolve")) {
                continue;
            }
            for (String path : clause.paths()) {
                if (!OF_PLATFORM.contains(path) && !SymbolicName.isWithin(path, namespace)) {
                    findings.add(
                            "capability.foreign",
                            Severity.NEEDS_APPROVAL,
                            bundle.name(),
                            bundle.name() + " verlangt mit Require-Capability „" + Quoted.of(path)
                                    + "“ und bindet sich so vielleicht an Bundles anderer, die dann nicht mehr auszutauschen sind.",
                            bundle.name() + " requires '" + Quoted.of(path)
                                    + "' by Require-Capability, and so might be tied to bundles of others, which could then not be exchanged.");
                }
            }
        }
    }

    /**
     * What reads such things in any bundle registers what it finds as if it were the platform's: services of any name, and what is to be
     * part of the way of every REST request.
     */
    private static void extenders(OpenBundle bundle, Findings findings) {
        if (bundle.bundle().header("SPI-Provider").isPresent()) {
            findings.add(
                    "capability.platform",
                    Severity.NEEDS_APPROVAL,
                    bundle.name(),
                    bundle.name()
                            + " bietet mit der Kopfzeile SPI-Provider Dienste an, die an die Stelle der Plattform treten könnten.",
                    bundle.name()
                            + " offers services by the header SPI-Provider that might take the platform's place.");
        }
        if (bundle.hasFile(BUS_EXTENSIONS)) {
            findings.add(
                    "rest.bus",
                    Severity.REFUSED,
                    bundle.name(),
                    bundle.name() + " bringt " + BUS_EXTENSIONS
                            + " mit; das wirkte auf die REST-Schnittstellen aller Komponenten und der Plattform.",
                    bundle.name() + " brings " + BUS_EXTENSIONS
                            + "; that would work on the REST interfaces of all components and of the platform.");
        }
    }

    private static void activator(OpenBundle bundle, Findings findings) {
        bundle.bundle()
                .header("Bundle-Activator")
                .ifPresent(activator -> findings.add(
                        "activator",
                        Severity.NOTE,
                        bundle.name(),
                        bundle.name() + " führt beim Start eigenen Code aus (" + Quoted.of(activator) + ").",
                        bundle.name() + " runs code of its own when it is started (" + Quoted.of(activator) + ")."));
    }
}
