package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.refusal.Quoted;

/** A component brings, reads, describes and keeps its own configurations only. */
final class ConfigurationCheck implements Check {

    @Override
    public void check(Case subject, Findings findings) {
        subject.component().configurations().keySet().forEach(pid -> own(pid, "", subject, findings));
        subject.component().keptData().pids().forEach(pid -> own(pid, "", subject, findings));
        for (OpenBundle bundle : subject.bundles()) {
            bundle.describedPids().forEach(pid -> own(pid, bundle.name(), subject, findings));
            for (Declared each : bundle.components()) {
                each.pids().forEach(pid -> own(pid, bundle.name(), subject, findings));
            }
        }
    }

    private static void own(String pid, String bundle, Case subject, Findings findings) {
        int tilde = pid.indexOf('~');
        String factory = tilde < 0 ? pid : pid.substring(0, tilde);
        String namespace = subject.grant().namespace();
        if (!SymbolicName.isWithin(factory, namespace)) {
            findings.add(
                    "pid.namespace",
                    Severity.REFUSED,
                    bundle,
                    "Die Konfiguration „" + Quoted.of(pid) + "“ liegt nicht im Namensraum " + namespace + ".",
                    "The configuration '" + Quoted.of(pid) + "' is not in the namespace " + namespace + ".");
        }
    }
}
