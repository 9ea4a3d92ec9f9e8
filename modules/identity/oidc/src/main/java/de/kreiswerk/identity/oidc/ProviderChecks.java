package de.kreiswerk.identity.oidc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Asks every provider once a minute whether it answers: the sign-in page is to say so before somebody tries. One that did not
 * is asked again sooner: people wait for it.
 */
@Component(service = ProviderChecks.class, immediate = true)
public final class ProviderChecks {

    private static final int SECONDS = 15;
    /** How many turns one that answers is left in peace. */
    private static final int CALM = 3;

    private final ScheduledThreadPoolExecutor work;
    private final Map<Provider, Future<?>> checks = new ConcurrentHashMap<>();

    @Activate
    public ProviderChecks() {
        this.work = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "kreiswerk-oidc-checks");
            thread.setDaemon(true);
            return thread;
        });
        work.setRemoveOnCancelPolicy(true);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(Provider provider) {
        checks.put(provider, work.scheduleWithFixedDelay(turn(provider), 0, SECONDS, TimeUnit.SECONDS));
    }

    /** What is done every few seconds: ask, or leave in peace who answered lately. */
    static Runnable turn(Provider provider) {
        AtomicInteger calm = new AtomicInteger();
        return () -> {
            if (!provider.available() || calm.getAndDecrement() == 0) {
                provider.check();
                calm.set(CALM);
            }
        };
    }

    void remove(Provider provider) {
        Future<?> check = checks.remove(provider);
        if (check != null) {
            check.cancel(true);
        }
    }

    @Deactivate
    void close() {
        work.shutdownNow();
    }
}
