package de.kreiswerk.identity.oidc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What groups of a provider are here: roles and departments.
 *
 * @param rules the rules in their order
 */
record Mapping(List<Rule> rules) {

    private static final int MOST_RULES = 500;

    /**
     * What one group is.
     *
     * @param group its name, as the provider writes it
     * @param role a role's id, null for none
     * @param department a department's id or one of its names, null for everywhere
     */
    record Rule(String group, String role, String department) {}

    Mapping {
        rules = List.copyOf(rules);
    }

    /**
     * Reads {@code group=role|group=role@department|group=@department}. Names of groups may hold the sign of equality, as those
     * of a directory do; what stands behind the last one counts.
     *
     * @throws Unusable saying what cannot be read
     */
    static Mapping parse(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String entry : text.split("[|\\r\\n]")) {
            if (!entry.isBlank()) {
                rules.add(rule(entry.strip()));
            }
        }
        if (rules.size() > MOST_RULES) {
            throw new Unusable(
                    "Die Zuordnung hat mehr als " + MOST_RULES + " Einträge.",
                    "The mapping has more than " + MOST_RULES + " entries.");
        }
        return new Mapping(rules);
    }

    private static Rule rule(String entry) {
        int equals = entry.lastIndexOf('=');
        String group = equals < 0 ? "" : entry.substring(0, equals).strip();
        String target = entry.substring(equals + 1).strip();
        int at = target.indexOf('@');
        String role = (at < 0 ? target : target.substring(0, at)).strip();
        String department = at < 0 ? "" : target.substring(at + 1).strip();
        if (group.isEmpty() || role.isEmpty() && department.isEmpty() || at >= 0 && department.isEmpty()) {
            throw new Unusable(
                    "In der Zuordnung ist „" + entry
                            + "“ nicht Gruppe=rolle, Gruppe=rolle@fachbereich oder Gruppe=@fachbereich.",
                    "In the mapping '" + entry + "' is not group=role, group=role@department or group=@department.");
        }
        return new Rule(group, role.isEmpty() ? null : role, department.isEmpty() ? null : department);
    }

    /** The rules for somebody in these groups. */
    List<Rule> of(Collection<String> groups) {
        Set<String> has = Set.copyOf(groups);
        return rules.stream().filter(rule -> has.contains(rule.group())).toList();
    }
}
