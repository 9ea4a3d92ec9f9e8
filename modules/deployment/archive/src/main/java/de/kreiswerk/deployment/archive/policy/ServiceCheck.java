package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.bundle.SymbolicName;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.List;
import java.util.Set;

/**
 * A service in the platform's place would be taken for the platform's: its own contracts, and everything that is looked for under
 * names that the platform shares with its components, such as Configuration Admin's plugins and hooks of the framework.
 */
final class ServiceCheck implements Check {

    private static final String RANKING = "service.ranking";

    /** Contracts that are there to be implemented by everybody. */
    private static final Set<String> OPEN = Set.of(
            "de.kreiswerk.core.api.identity.PermissionDeclaration",
            "de.kreiswerk.core.api.metrics.MetricSource",
            "de.kreiswerk.core.api.publication.PublicationListener",
            "de.kreiswerk.core.api.publication.PublicForm",
            "de.kreiswerk.core.api.schedule.LeasedWork",
            "de.kreiswerk.core.api.settings.ConfigurationNotes",
            "de.kreiswerk.core.api.web.ConsoleFact",
            "de.kreiswerk.core.api.web.ConsolePage",
            "de.kreiswerk.core.api.web.NavigationEntry",
            "de.kreiswerk.core.api.web.Tile",
            "jakarta.servlet.Servlet",
            "java.io.Closeable",
            "java.io.Serializable",
            "java.lang.AutoCloseable",
            "java.lang.Object",
            "java.lang.Runnable",
            "java.util.EventListener",
            "java.util.concurrent.Callable",
            "javax.ws.rs.core.Application",
            "org.apache.felix.hc.api.HealthCheck",
            "org.osgi.service.event.EventHandler");

    /** Such services reach others by their properties only, which are looked at in {@link WhiteboardCheck} and {@link RestCheck}. */
    private static final List<String> JUDGED_ELSEWHERE = List.of(
            "jakarta.servlet.",
            "java.util.function.",
            "javax.ws.rs.container.",
            "javax.ws.rs.core.Feature",
            "javax.ws.rs.ext.",
            "org.osgi.service.servlet.context.",
            "org.osgi.service.servlet.whiteboard.");

    @Override
    public void check(Case subject, Findings findings) {
        for (Declared each : subject.declared()) {
            ranking(each, findings);
            each.provides().stream()
                    .filter(subject.rules()::isPlatforms)
                    .filter(service -> !isOpen(service)
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

    private static boolean isOpen(String service) {
        return OPEN.contains(service) || JUDGED_ELSEWHERE.stream().anyMatch(service::startsWith);
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
