package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.manifest.Clause;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.Set;

/**
 * A component is built on published contracts and on what it brings itself. An optional import is wired as soon as anybody exports
 * the package, so that it is one like others; only that the bundle runs without it makes it something to be decided.
 */
final class ImportCheck implements Check {

    @Override
    public void check(Case subject, Findings findings) throws BadArchive {
        Set<String> brought = subject.exported();
        for (OpenBundle bundle : subject.bundles()) {
            for (Clause clause : bundle.clauses("Import-Package")) {
                for (String name : clause.paths()) {
                    boolean allowed = brought.contains(name)
                            || subject.rules().mayImport(name)
                            || Rules.fits(subject.grant().extraImports(), name);
                    if (!allowed) {
                        notAllowed(name, clause.isOptional(), bundle.name(), findings);
                    }
                }
            }
        }
    }

    private static void notAllowed(String name, boolean optional, String bundle, Findings findings) {
        String german = optional ? "; ohne es läuft das Bundle auch." : ".";
        String english = optional ? "; the bundle runs without it as well." : ".";
        findings.add(
                optional ? "import.optional" : "import.not-allowed",
                optional ? Severity.NEEDS_APPROVAL : Severity.REFUSED,
                bundle,
                bundle + " importiert " + Quoted.of(name) + ", das Komponenten nicht offensteht" + german,
                bundle + " imports " + Quoted.of(name) + ", which is not open to components" + english);
    }
}
