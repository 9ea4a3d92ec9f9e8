package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.component.SchemaStep;
import de.kreiswerk.deployment.archive.refusal.Quoted;

/** A version goes up, is one thing for good, and leaves the one before it able to run. */
final class VersionCheck implements Check {

    @Override
    public void check(Case subject, Findings findings) {
        subject.active().ifPresent(active -> {
            order(subject, active, findings);
            schema(subject, active, findings);
        });
    }

    private static void order(Case subject, ActiveVersion active, Findings findings) {
        ComponentVersion version = subject.component().version();
        int order = version.compareTo(active.version());
        if (order < 0) {
            findings.add(
                    "downgrade",
                    Severity.NEEDS_ADMINISTRATOR,
                    "",
                    "Version " + active.version() + " lief schon; zurück auf die ältere " + version
                            + " darf nur die Administration.",
                    "Version " + active.version() + " has run already; only an administrator may go back to the older "
                            + version + ".");
        } else if (order == 0 && !active.sha256().equals(subject.archive().sha256())) {
            findings.add(
                    "version.again",
                    Severity.REFUSED,
                    "",
                    "Die Version " + version
                            + " lief schon mit anderem Inhalt; geben Sie der Komponente eine neue Version.",
                    "Version " + version + " has run already with another content; give the component a new version.");
        }
    }

    private static void schema(Case subject, ActiveVersion active, Findings findings) {
        for (SchemaStep step : subject.component().schemaSteps()) {
            if (step.breaks(active.version())) {
                String name = Quoted.of(step.name());
                findings.add(
                        "schema.breaks",
                        Severity.REFUSED,
                        "",
                        "Nach dem Schritt „" + name + "“ liefe die Version " + active.version()
                                + " nicht mehr; ein Rückweg wäre verbaut.",
                        "After the step '" + name + "' version " + active.version()
                                + " would no longer run; there would be no way back.");
            }
        }
    }
}
