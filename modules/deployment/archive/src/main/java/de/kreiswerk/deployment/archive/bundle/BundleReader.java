package de.kreiswerk.deployment.archive.bundle;

import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.manifest.Clause;
import de.kreiswerk.deployment.archive.manifest.Clauses;
import de.kreiswerk.deployment.archive.manifest.Manifests;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Budget;
import de.kreiswerk.deployment.archive.zip.Entry;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.archive.zip.Zip;
import java.util.List;
import java.util.Map;

/** Reads bundles and refuses what no framework would take, or what would need another Java. */
public final class BundleReader {

    private final Limits limits;
    private final Budget budget;

    /**
     * Makes a reader.
     *
     * @param limits how large bundles may be
     * @param budget what may be unpacked of all of them together
     */
    public BundleReader(Limits limits, Budget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * Reads a bundle of an archive.
     *
     * @param entry the JAR
     * @return the bundle
     * @throws BadArchive when it is none that could run
     */
    public ComponentBundle read(Entry entry) throws BadArchive {
        Zip zip = opened(entry);
        return read(
                zip,
                entry.name(),
                new ComponentBundle.Content(entry.name(), entry.size(), entry.sha256(), entry::bytes));
    }

    /**
     * Reads a bundle that was opened before.
     *
     * @param zip what is in it
     * @param name what to call it in a refusal
     * @param content the JAR
     * @return the bundle
     * @throws BadArchive when it is none that could run
     */
    public ComponentBundle read(Zip zip, String name, ComponentBundle.Content content) throws BadArchive {
        Entry manifest = zip.entry(Manifests.PLACE).orElseThrow(() -> noBundle(name));
        Map<String, String> headers = Manifests.main(manifest.bytes(), name);
        String symbolicName = symbolicName(headers, name);
        ComponentVersion version = version(headers, name);
        if (headers.containsKey("Fragment-Host")) {
            throw bad(
                    "bundle.fragment",
                    name,
                    "ist ein Fragment: es würde ein anderes Bundle verändern.",
                    "is a fragment: it would change another bundle.");
        }
        int java = Math.max(JavaNeeded.by(headers), newestClass(zip, headers));
        if (java > limits.javaFeature()) {
            throw bad(
                    "bundle.java",
                    name,
                    "braucht Java " + java + "; diese Plattform läuft mit Java " + limits.javaFeature() + ".",
                    "needs Java " + java + "; this platform runs on Java " + limits.javaFeature() + ".");
        }
        return new ComponentBundle(symbolicName, version, headers, content, zip, limits);
    }

    private Zip opened(Entry entry) throws BadArchive {
        try {
            return Zip.read(entry.bytes(), limits, limits.bundleEntries(), budget);
        } catch (BadArchive e) {
            String name = Quoted.of(entry.name());
            throw new BadArchive(
                    e.code(),
                    "In „" + name + "“: " + e.sentence().german(),
                    "In '" + name + "': " + e.sentence().english());
        }
    }

    private static String symbolicName(Map<String, String> headers, String name) throws BadArchive {
        List<Clause> clauses = Clauses.of(headers.get("Bundle-SymbolicName"));
        if (clauses.size() != 1 || !SymbolicName.isOne(clauses.get(0).path())) {
            throw noBundle(name);
        }
        if (!"2".equals(headers.get("Bundle-ManifestVersion"))) {
            throw bad(
                    "bundle.manifest-version",
                    name,
                    "hat nicht die Bundle-ManifestVersion 2.",
                    "does not have the Bundle-ManifestVersion 2.");
        }
        return clauses.get(0).path();
    }

    private static ComponentVersion version(Map<String, String> headers, String name) throws BadArchive {
        String version = headers.getOrDefault("Bundle-Version", "0.0.0");
        if (!ComponentVersion.isVersion(version)) {
            throw bad(
                    "bundle.version",
                    name,
                    "hat eine Bundle-Version, die keine ist: " + Quoted.of(version) + ".",
                    "has a Bundle-Version that is none: " + Quoted.of(version) + ".");
        }
        return ComponentVersion.parse(version);
    }

    private int newestClass(Zip zip, Map<String, String> headers) throws BadArchive {
        int newest = 0;
        for (ClassFile each : ClassFiles.of(zip, headers, limits, budget)) {
            if (each.onlyFrom().orElse(0) <= limits.javaFeature()) {
                newest = Math.max(newest, ClassFile.java(each.entry().begin(ClassFile.HEAD)));
            }
        }
        return newest;
    }

    private static BadArchive noBundle(String name) {
        return bad(
                "bundle.none",
                name,
                "ist kein OSGi-Bundle: sein Manifest nennt keinen gültigen Bundle-SymbolicName.",
                "is no OSGi bundle: its manifest states no valid Bundle-SymbolicName.");
    }

    private static BadArchive bad(String code, String name, String german, String english) {
        return new BadArchive(code, "„" + Quoted.of(name) + "“ " + german, "'" + Quoted.of(name) + "' " + english);
    }
}
