package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.List;

/** A component is found at its department's addresses only. */
final class AddressCheck implements Check {

    private static final List<String> PATTERNS = List.of(
            "osgi.http.whiteboard.servlet.pattern",
            "osgi.http.whiteboard.resource.pattern",
            "osgi.http.whiteboard.context.path");

    private static final String BASE = "osgi.jaxrs.application.base";

    @Override
    public void check(Case subject, Findings findings) {
        Addresses addresses = new Addresses(subject.grant());
        for (Declared each : subject.declared()) {
            PATTERNS.forEach(property -> each.values(property).stream()
                    .filter(value -> !addresses.mayBe(value))
                    .forEach(value -> outside(value, each, addresses, findings)));
            each.values(BASE).stream()
                    .filter(value -> !addresses.mayBeRest(value))
                    .forEach(value -> outside(value, each, addresses, findings));
        }
        for (String path : subject.component().health().paths()) {
            if (!addresses.mayBe(path.replaceAll("\\?.*$", ""))) {
                findings.add(
                        "address.health",
                        Severity.REFUSED,
                        "",
                        "Die Prüfadresse " + Quoted.of(path) + " liegt außerhalb von " + addresses + ".",
                        "The address of the health check " + Quoted.of(path) + " is outside of " + addresses + ".");
            }
        }
    }

    private static void outside(String value, Declared declared, Addresses addresses, Findings findings) {
        findings.add(
                "address.outside",
                Severity.REFUSED,
                declared.bundle(),
                "„" + Quoted.of(declared.place()) + "“ nimmt die Adresse „" + Quoted.of(value)
                        + "“ in Anspruch; erlaubt ist, was unter " + addresses + " liegt.",
                "'" + Quoted.of(declared.place()) + "' claims the address '" + Quoted.of(value)
                        + "'; allowed is what is below " + addresses + ".");
    }
}
