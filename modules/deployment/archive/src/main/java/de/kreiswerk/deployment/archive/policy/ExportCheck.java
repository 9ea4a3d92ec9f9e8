package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.manifest.Clause;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;

/** What a component exports, others may come to use: never in the platform's place, and under names of its own. */
final class ExportCheck implements Check {

    @Override
    public void check(Case subject, Findings findings) throws BadArchive {
        for (OpenBundle bundle : subject.bundles()) {
            for (Clause clause : bundle.clauses("Export-Package")) {
                clause.paths().forEach(each -> exported(each, bundle.name(), subject, findings));
            }
        }
    }

    private static void exported(String name, String bundle, Case subject, Findings findings) {
        if (subject.rules().isPlatforms(name)) {
            findings.add(
                    "export.platform",
                    Severity.REFUSED,
                    bundle,
                    bundle + " exportiert " + Quoted.of(name) + ", ein Paket der Plattform.",
                    bundle + " exports " + Quoted.of(name) + ", a package of the platform.");
        } else if (!SymbolicName.isWithin(name, subject.grant().namespace())) {
            findings.add(
                    "export.foreign",
                    Severity.NEEDS_APPROVAL,
                    bundle,
                    bundle + " exportiert " + Quoted.of(name)
                            + " außerhalb seines Namensraums; andere Bundles könnten sich daran binden.",
                    bundle + " exports " + Quoted.of(name)
                            + " outside of its namespace; other bundles might be wired to it.");
        }
    }
}
