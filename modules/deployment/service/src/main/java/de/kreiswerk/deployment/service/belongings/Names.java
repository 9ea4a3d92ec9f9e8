package de.kreiswerk.deployment.service.belongings;

import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which names a component's things are known, and by which those of others are: what two have in common belongs to neither.
 *
 * @param bundles symbolic names that no other component has
 * @param shared symbolic names that another one has as well
 * @param words what the names of its configurations begin with: its own name and those of its bundles
 * @param declared the configurations that its versions bring
 * @param othersWords the same of all others
 * @param othersDeclared the same of all others
 */
record Names(
        Set<String> bundles,
        Set<String> shared,
        Set<String> words,
        Set<String> declared,
        Set<String> othersWords,
        Set<String> othersDeclared) {

    static Names of(ComponentTable table, String component) throws SQLException {
        Set<String> bundles = table.bundles(component);
        Set<String> declared = declared(table, component);
        Set<String> othersWords = new TreeSet<>();
        Set<String> othersDeclared = new TreeSet<>();
        for (StoredComponent other : table.all()) {
            if (!other.name().equals(component)) {
                othersWords.add(other.name());
                othersWords.addAll(table.bundles(other.name()));
                othersDeclared.addAll(declared(table, other.name()));
            }
        }
        Set<String> words = new TreeSet<>(bundles);
        words.add(component);
        Set<String> shared = new TreeSet<>(bundles);
        shared.retainAll(othersWords);
        bundles.removeAll(shared);
        return new Names(bundles, shared, words, declared, othersWords, othersDeclared);
    }

    private static Set<String> declared(ComponentTable table, String component) throws SQLException {
        Set<String> declared = new TreeSet<>();
        for (StoredVersion version : table.versions(component)) {
            declared.addAll(version.facts().configured().keySet());
        }
        return declared;
    }

    /** Of two whose names a PID begins with, the longer one has it. */
    boolean haveConfiguration(String pid) {
        if (declared.contains(pid) || othersDeclared.contains(pid)) {
            return declared.contains(pid) && !othersDeclared.contains(pid);
        }
        int own = longest(words, pid);
        return own > 0 && own > longest(othersWords, pid);
    }

    private static int longest(Collection<String> words, String pid) {
        return words.stream()
                .filter(word -> pid.equals(word) || pid.startsWith(word + ".") || pid.startsWith(word + "~"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
