package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.SchemaFailure;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Whether a component has the tables that its scripts make: they run beside its start, and may fail. */
final class Tables {

    private final BundleContext context;

    Tables(BundleContext context) {
        this.context = context;
    }

    Optional<Unhealthy> missing(List<Bundle> bundles) {
        return bundles.stream()
                .filter(Tables::hasSome)
                .filter(bundle -> of(Schema.class, bundle).isEmpty())
                .findFirst()
                .flatMap(this::why);
    }

    /** Why they will not be there however long one waits: their scripts run once. */
    Optional<Unhealthy> failed(List<Bundle> bundles) {
        return bundles.stream()
                .filter(Tables::hasSome)
                .filter(bundle -> !of(SchemaFailure.class, bundle).isEmpty())
                .findFirst()
                .flatMap(this::why);
    }

    private static boolean hasSome(Bundle bundle) {
        return bundle.getHeaders("").get(Schema.MIGRATIONS_HEADER) != null
                || bundle.getHeaders("").get("Meta-Persistence") != null;
    }

    private Optional<Unhealthy> why(Bundle bundle) {
        Optional<String> reason = of(SchemaFailure.class, bundle).stream()
                .map(context::getService)
                .filter(failure -> failure != null)
                .map(SchemaFailure::reason)
                .findFirst();
        return reason.isPresent()
                ? HealthGate.trouble(
                        "Die Tabellen der Komponente konnten nicht angelegt werden.",
                        "The component's tables could not be made.",
                        List.of(bundle.getSymbolicName() + ": " + reason.get()))
                : HealthGate.trouble(
                        "Die Tabellen der Komponente sind noch nicht angelegt.",
                        "The component's tables are not made yet.",
                        List.of(bundle.getSymbolicName()));
    }

    private <S> Collection<ServiceReference<S>> of(Class<S> what, Bundle bundle) {
        try {
            return context.getServiceReferences(what, "(" + Schema.BUNDLE + "=" + bundle.getSymbolicName() + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("Not a symbolic name: " + bundle.getSymbolicName(), e);
        }
    }
}
