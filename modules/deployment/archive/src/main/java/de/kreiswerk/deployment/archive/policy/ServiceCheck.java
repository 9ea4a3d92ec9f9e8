package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.Set;

/** A service in the platform's place would be taken for the platform's: its own contracts, and hooks of the framework. */
final class ServiceCheck implements Check {

    private static final String PLATFORM = "de.kreiswerk.";
    private static final String RANKING = "service.ranking";
    private static final String FRAMEWORK = "org.osgi.framework.";

    /** Contracts that are there to be implemented by everybody. */
    private static final Set<String> OPEN = Set.of(
            "de.kreiswerk.core.api.identity.DepartmentListener",
            "de.kreiswerk.core.api.identity.PermissionDeclaration",
            "de.kreiswerk.core.api.metrics.MetricSource",
            "de.kreiswerk.core.api.publication.PublicationListener",
            "de.kreiswerk.core.api.publication.PublicForm",
            "de.kreiswerk.core.api.schedule.LeasedWork",
            "de.kreiswerk.core.api.settings.ConfigurationNotes",
            "de.kreiswerk.core.api.web.ConsoleFact",
            "de.kreiswerk.core.api.web.ConsolePage",
            "de.kreiswerk.core.api.web.NavigationEntry",
            "de.kreiswerk.core.api.web.Tile");

    @Override
    public void check(Case subject, Findings findings) {
        for (Declared each : subject.declared()) {
            ranking(each, findings);
            each.provides().stream()
                    .filter(service -> service.startsWith(PLATFORM) || service.startsWith(FRAMEWORK))
                    .filter(service -> !OPEN.contains(service)
                            && !SymbolicName.isWithin(service, subject.grant().namespace()))
                    .forEach(service -> findings.add(
                            "service.platform",
                            Severity.NEEDS_APPROVAL,
                            each.bundle(),
                            "„" + Quoted.of(each.place()) + "“ bietet " + Quoted.of(service)
                                    + " an und könnte an die Stelle der Plattform treten.",
                            "'" + Quoted.of(each.place()) + "' offers " + Quoted.of(service)
                                    + " and might take the platform's place."));
        }
    }

    /** Who ranks higher is taken instead of others. */
    private static void ranking(Declared declared, Findings findings) {
        if (!declared.values(RANKING).stream().allMatch(value -> value.matches("0+|-\\d+"))) {
            findings.add(
                    "service.ranking",
                    Severity.NEEDS_APPROVAL,
                    declared.bundle(),
                    "„" + Quoted.of(declared.place())
                            + "“ will mit service.ranking anderen Diensten vorgezogen werden.",
                    "'" + Quoted.of(declared.place())
                            + "' wants to be preferred to other services by service.ranking.");
        }
    }
}
