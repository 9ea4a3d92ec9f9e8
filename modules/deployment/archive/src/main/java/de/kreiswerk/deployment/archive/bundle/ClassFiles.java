package de.kreiswerk.deployment.archive.bundle;

import de.kreiswerk.deployment.archive.manifest.Clauses;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Budget;
import de.kreiswerk.deployment.archive.zip.Entry;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.archive.zip.Zip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds every class of a bundle: its own, those for newer Javas, and those of the JARs in it. */
public final class ClassFiles {

    private static final String CLASS = ".class";
    private static final String JAR = ".jar";

    private ClassFiles() {}

    /**
     * Finds them.
     *
     * @param bundle what is in the bundle
     * @param headers its manifest
     * @param limits how large a JAR in it may be
     * @param budget what may be unpacked of JARs in it
     * @return in the order of their names
     * @throws BadArchive when a JAR in it cannot be read
     */
    public static List<ClassFile> of(Zip bundle, Map<String, String> headers, Limits limits, Budget budget)
            throws BadArchive {
        Set<String> classPath = new HashSet<>();
        Clauses.of(headers.get("Bundle-ClassPath")).forEach(each -> classPath.addAll(each.paths()));
        List<ClassFile> found = new ArrayList<>();
        for (Entry entry : bundle.entries()) {
            if (entry.name().endsWith(CLASS)) {
                found.add(new ClassFile(entry.name(), entry));
            } else if (!entry.isFolder() && (entry.name().endsWith(JAR) || classPath.contains(entry.name()))) {
                found.addAll(nested(entry, limits, budget));
            }
        }
        return found;
    }

    private static List<ClassFile> nested(Entry jar, Limits limits, Budget budget) throws BadArchive {
        try {
            return Zip.read(jar.bytes(), limits, limits.bundleEntries(), budget).entries().stream()
                    .filter(each -> each.name().endsWith(CLASS))
                    .map(each -> new ClassFile(jar.name() + "!/" + each.name(), each))
                    .toList();
        } catch (BadArchive e) {
            String name = Quoted.of(jar.name());
            throw new BadArchive(
                    e.code(),
                    "In „" + name + "“: " + e.sentence().german(),
                    "In '" + name + "': " + e.sentence().english());
        }
    }
}
