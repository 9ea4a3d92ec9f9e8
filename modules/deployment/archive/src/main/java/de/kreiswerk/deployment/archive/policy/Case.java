package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.component.ComponentDescription;
import de.kreiswerk.deployment.archive.manifest.Clause;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.wants.WantFound;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is judged, and by what.
 *
 * @param archive the archive
 * @param grant what its department may
 * @param rules what holds for all
 * @param active what of the component is active
 * @param bundles its bundles, opened
 * @param wantsOf finds what its code wants
 */
record Case(
        Archive archive,
        DepartmentGrant grant,
        Rules rules,
        Optional<ActiveVersion> active,
        List<OpenBundle> bundles,
        WantsOf wantsOf) {

    static Case open(
            Archive archive, DepartmentGrant grant, Rules rules, Optional<ActiveVersion> active, WantsOf wantsOf)
            throws BadArchive {
        List<OpenBundle> bundles = new ArrayList<>();
        for (ComponentBundle each : archive.component().bundles()) {
            bundles.add(OpenBundle.open(each));
        }
        return new Case(archive, grant, rules, active, bundles, wantsOf);
    }

    List<WantFound> wants() throws BadArchive {
        return wantsOf.find(archive);
    }

    ComponentDescription component() {
        return archive.component();
    }

    /** Everything that declares services: descriptions first, then configurations, which may replace what those say. */
    List<Declared> declared() {
        List<Declared> all = new ArrayList<>();
        bundles.forEach(each -> all.addAll(each.components()));
        component().configurations().forEach((pid, values) -> {
            Map<String, List<String>> properties = new HashMap<>();
            values.forEach((key, value) -> properties.put(key.toLowerCase(Locale.ROOT), texts(value)));
            all.add(new Declared(pid, pid, "", Set.of(), Set.of(), Set.of(), properties));
        });
        return all;
    }

    private static List<String> texts(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value.getClass().isArray()
                ? IntStream.range(0, Array.getLength(value))
                        .mapToObj(i -> String.valueOf(Array.get(value, i)))
                        .toList()
                : List.of(String.valueOf(value));
    }

    /** What the bundles of the archive export, also to each other. */
    Set<String> exported() throws BadArchive {
        Set<String> exported = new HashSet<>();
        for (OpenBundle each : bundles) {
            for (Clause clause : each.clauses("Export-Package")) {
                exported.addAll(clause.paths());
            }
        }
        return exported;
    }
}
