package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Resources and extensions of JAX-RS belong to the component's own applications (Compendium, chapter 151). */
final class RestCheck implements Check {

    private static final String BASE = "osgi.jaxrs.application.base";
    private static final String NAME = "osgi.jaxrs.name";
    private static final String RESOURCE = "osgi.jaxrs.resource";
    private static final String EXTENSION = "osgi.jaxrs.extension";
    private static final String SELECT = "osgi.jaxrs.application.select";

    @Override
    public void check(Case subject, Findings findings) {
        List<Declared> declared = subject.declared();
        Set<String> own = new HashSet<>();
        for (Declared each : declared) {
            if (!each.values(BASE).isEmpty()) {
                each.values(NAME).forEach(name -> own.add("(" + NAME + "=" + name + ")"));
                named(each, findings);
            }
        }
        for (Declared each : declared) {
            foreignName(each, subject.grant().namespace(), findings);
            boolean selectsOwn = !each.values(SELECT).isEmpty() && own.containsAll(each.values(SELECT));
            if (each.is(RESOURCE) && !selectsOwn) {
                resource(each, findings);
            }
            if ((each.is(EXTENSION)
                            || !each.is(RESOURCE) && !each.values(SELECT).isEmpty())
                    && !selectsOwn) {
                extension(each, findings);
            }
        }
    }

    /** Names with a dot before them are the whiteboard's: such an application would take the place of the default one. */
    private static void named(Declared application, Findings findings) {
        if (application.values(NAME).stream().anyMatch(name -> name.startsWith("."))) {
            findings.add(
                    "rest.application",
                    Severity.REFUSED,
                    application.bundle(),
                    "„" + Quoted.of(application.place()) + "“ ersetzt die Standardanwendung der Plattform.",
                    "'" + Quoted.of(application.place()) + "' replaces the platform's default application.");
        }
    }

    /** Of two that have one name, the whiteboard serves one only: that of the other one may be the platform's. */
    private static void foreignName(Declared declared, String namespace, Findings findings) {
        declared.values(NAME).stream()
                .filter(name -> !SymbolicName.isWithin(name, namespace))
                .forEach(name -> findings.add(
                        "rest.name",
                        Severity.NEEDS_APPROVAL,
                        declared.bundle(),
                        "„" + Quoted.of(declared.place()) + "“ hat den JAX-RS-Namen „" + Quoted.of(name)
                                + "“ außerhalb des Namensraums und könnte einer anderen Anwendung in die Quere kommen.",
                        "'" + Quoted.of(declared.place()) + "' has the JAX-RS name '" + Quoted.of(name)
                                + "' outside of the namespace and might get in the way of another application."));
    }

    private static void resource(Declared resource, Findings findings) {
        findings.add(
                "rest.resource",
                Severity.REFUSED,
                resource.bundle(),
                "Die REST-Ressource „" + Quoted.of(resource.place())
                        + "“ gehört zu keiner JAX-RS-Anwendung des Archivs (osgi.jaxrs.application.select).",
                "The REST resource '" + Quoted.of(resource.place())
                        + "' belongs to no JAX-RS application of the archive (osgi.jaxrs.application.select).");
    }

    private static void extension(Declared extension, Findings findings) {
        findings.add(
                "rest.extension",
                Severity.NEEDS_APPROVAL,
                extension.bundle(),
                "Die JAX-RS-Erweiterung „" + Quoted.of(extension.place()) + "“ wirkt auf Anwendungen anderer.",
                "The JAX-RS extension '" + Quoted.of(extension.place()) + "' works on applications of others.");
    }
}
