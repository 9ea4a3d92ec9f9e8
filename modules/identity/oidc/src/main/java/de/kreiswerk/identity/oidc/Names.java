package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import de.kreiswerk.identity.api.Role;
import de.kreiswerk.identity.api.Roles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the names in a mapping mean here at the moment.
 *
 * @param roles ids of all roles
 * @param departments all departments
 */
record Names(Set<String> roles, List<Department> departments) {

    static Names now(Caller platform, Roles roles, Departments departments) {
        return new Names(
                roles.all(platform).stream().map(Role::id).collect(Collectors.toSet()), departments.all(platform));
    }

    boolean isRole(String id) {
        return roles.contains(id);
    }

    /** By its id, else by its short name, else by its name: only what means one department. */
    Optional<String> department(String name) {
        List<Predicate<Department>> ways = List.of(
                each -> each.id().equals(name),
                each -> each.shortName().equalsIgnoreCase(name),
                each -> each.name().equalsIgnoreCase(name));
        for (Predicate<Department> way : ways) {
            List<Department> found = departments.stream().filter(way).toList();
            if (!found.isEmpty()) {
                return found.size() == 1 ? Optional.of(found.get(0).id()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The first name that means nothing here, in a sentence. */
    Optional<Text> stranger(Mapping mapping) {
        for (Mapping.Rule rule : mapping.rules()) {
            if (rule.role() != null && !isRole(rule.role())) {
                return Optional.of(new Text(
                        "Die Zuordnung nennt die Rolle „" + rule.role()
                                + "“, die es nicht gibt; sie gibt niemandem etwas.",
                        "The mapping names the role '" + rule.role()
                                + "', and there is none; it gives nobody anything."));
            }
            if (rule.department() != null && department(rule.department()).isEmpty()) {
                return Optional.of(new Text(
                        "Die Zuordnung nennt den Fachbereich „" + rule.department()
                                + "“, den es nicht oder mehrfach gibt; sie gibt niemandem etwas.",
                        "The mapping names the department '" + rule.department()
                                + "', and there is none or more than one; it gives nobody anything."));
            }
        }
        return Optional.empty();
    }
}
