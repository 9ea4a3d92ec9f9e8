package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.refusal.Quoted;

/** The component and its bundles are the department's by their names, and it says so itself. */
final class NameCheck implements Check {

    @Override
    public void check(Case subject, Findings findings) {
        department(subject, findings);
        String namespace = subject.grant().namespace();
        String name = subject.component().name();
        if (!SymbolicName.isWithin(name, namespace)) {
            findings.add(
                    "name.namespace",
                    Severity.REFUSED,
                    "",
                    "Der Name der Komponente, " + name + ", liegt nicht im Namensraum " + namespace + ".",
                    "The component's name, " + name + ", is not in the namespace " + namespace + ".");
        }
        for (OpenBundle each : subject.bundles()) {
            if (!SymbolicName.isWithin(each.name(), namespace)) {
                findings.add(
                        "bundle.namespace",
                        Severity.REFUSED,
                        each.name(),
                        "Das Bundle " + each.name() + " liegt nicht im Namensraum " + namespace + ".",
                        "The bundle " + each.name() + " is not in the namespace " + namespace + ".");
            }
        }
    }

    private static void department(Case subject, Findings findings) {
        String stated = subject.component().department();
        DepartmentGrant grant = subject.grant();
        if (!stated.equals(grant.departmentId()) && !stated.equalsIgnoreCase(grant.departmentName())) {
            findings.add(
                    "department",
                    Severity.REFUSED,
                    "",
                    "Das Archiv gehört zu „" + Quoted.of(stated) + "“, nicht zu „" + grant.departmentName() + "“.",
                    "The archive belongs to '" + Quoted.of(stated) + "', not to '" + grant.departmentName() + "'.");
        }
    }
}
