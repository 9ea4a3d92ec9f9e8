package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.SchemaFailure;
import de.kreiswerk.core.api.persistence.SchemaUnderWay;
import de.kreiswerk.core.api.text.Text;
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
                .filter(bundle -> of(Schema.class, bundle.getSymbolicName()).isEmpty())
                .findFirst()
                .flatMap(this::why);
    }

    /** Why they will not be there however long one waits: their scripts run once. */
    Optional<Unhealthy> failed(List<Bundle> bundles) {
        return bundles.stream()
                .filter(Tables::hasSome)
                .filter(bundle ->
                        !of(SchemaFailure.class, bundle.getSymbolicName()).isEmpty())
                .findFirst()
                .flatMap(this::why);
    }

    private static boolean hasSome(Bundle bundle) {
        return bundle.getHeaders("").get(Schema.MIGRATIONS_HEADER) != null
                || bundle.getHeaders("").get("Meta-Persistence") != null;
    }

    /** Whether scripts of bundles of these names are running: also of those that were stopped meanwhile. */
    Optional<Unhealthy> underWay(Collection<String> bundles) {
        return bundles.stream()
                .filter(bundle -> !of(SchemaUnderWay.class, bundle).isEmpty())
                .findFirst()
                .map(Tables::stillMade);
    }

    private Optional<Unhealthy> why(Bundle bundle) {
        String name = bundle.getSymbolicName();
        Optional<String> reason = of(SchemaFailure.class, name).stream()
                .map(context::getService)
                .filter(failure -> failure != null)
                .map(SchemaFailure::reason)
                .findFirst();
        if (reason.isPresent()) {
            return HealthGate.trouble(
                    "Die Tabellen der Komponente konnten nicht angelegt werden.",
                    "The component's tables could not be made.",
                    List.of(name + ": " + reason.get()));
        }
        // That the database takes its time is not the version's fault: it may be tried again.
        return Optional.of(
                of(SchemaUnderWay.class, name).isEmpty()
                        ? new Unhealthy(
                                new Text(
                                        "Die Tabellen der Komponente sind noch nicht angelegt.",
                                        "The component's tables are not made yet."),
                                List.of(name))
                        : stillMade(name));
    }

    private static Unhealthy stillMade(String bundle) {
        return new Unhealthy(
                new Text(
                        "Die Tabellen der Komponente werden noch angelegt; das geht auch dann weiter, wenn sie nicht läuft. Schalten Sie später noch einmal um.",
                        "The component's tables are still being made; that goes on also while it does not run. Switch once more later."),
                List.of(bundle));
    }

    private <S> Collection<ServiceReference<S>> of(Class<S> what, String bundle) {
        try {
            return context.getServiceReferences(what, "(" + Schema.BUNDLE + "=" + bundle + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("Not a symbolic name: " + bundle, e);
        }
    }
}
