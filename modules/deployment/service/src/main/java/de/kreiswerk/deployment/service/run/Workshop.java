package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.settings.SharedSettings;
import de.kreiswerk.core.api.web.RequestGate;
import de.kreiswerk.deployment.service.framework.ComponentBundles;
import de.kreiswerk.deployment.service.framework.ComponentThreads;
import de.kreiswerk.deployment.service.framework.Configurations;
import de.kreiswerk.deployment.service.framework.SeparateVersions;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.plan.Planner;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/** What a switch works with. */
record Workshop(
        Transactions transactions,
        AuditTrail trail,
        BlobStore blobs,
        RequestGate gate,
        ComponentBundles bundles,
        SeparateVersions separate,
        ComponentThreads.Groups groups,
        Configurations configurations,
        SharedSettings shared,
        Planner planner,
        Judge judge,
        HealthGate health,
        Supplier<Limits> limiting,
        Failpoints failpoints,
        String node,
        Clock clock,
        LongSupplier nanos,
        ScheduledExecutorService later,
        CountDownLatch stopping) {

    /** As they are set now. */
    Limits limits() {
        return limiting.get();
    }

    /** As precise as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** For a version that is about to be started. */
    ComponentThreads threads(String component) {
        return groups.of(component);
    }

    /** Uninstalls within the limits. */
    boolean uninstall(String component, List<Bundle> gone) {
        return gone.isEmpty() || bundles.uninstall(gone, threads(component), limits().stop());
    }
}
