package de.kreiswerk.deployment.archive.entity;

import de.kreiswerk.deployment.archive.bundle.ClassFile;
import de.kreiswerk.deployment.archive.bundle.ClassFiles;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.zip.Budget;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what entities of a bundle are mapped to beyond its own tables. */
public final class Entities {

    /** EclipseLink reads them unasked, and they say all that annotations can. */
    private static final List<String> MAPPINGS = List.of("META-INF/orm.xml", "META-INF/eclipselink-orm.xml");

    private Entities() {}

    /**
     * Looks.
     *
     * @param bundle the bundle
     * @param own the tables that it makes, in lower case
     * @param limits how large a JAR in it may be
     * @param most how many places are enough
     * @return places: class and what it is mapped to
     * @throws BadArchive when a class or a JAR in it cannot be read
     */
    public static Collection<String> farReaching(ComponentBundle bundle, Set<String> own, Limits limits, int most)
            throws BadArchive {
        Set<String> places = new LinkedHashSet<>();
        for (String mapping : MAPPINGS) {
            if (bundle.contents().entry(mapping).isPresent()) {
                places.add(mapping);
            }
        }
        for (ClassFile file : ClassFiles.of(bundle.contents(), bundle.headers(), limits, new Budget(limits))) {
            if (places.size() >= most) {
                break;
            }
            file.accept(
                    bundle.symbolicName(),
                    new EntityScan(own, what -> places.add(Quoted.of(file.place()) + ": " + Quoted.of(what))));
        }
        return places.stream().limit(most).toList();
    }
}
