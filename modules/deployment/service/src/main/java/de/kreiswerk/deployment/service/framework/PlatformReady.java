package de.kreiswerk.deployment.service.framework;

import de.kreiswerk.core.api.health.Readiness;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.condition.Condition;

/** Whether all of the platform's own parts have come in: components come behind them. */
public final class PlatformReady {

    private static final String FILTER = "(" + Condition.CONDITION_ID + "=" + Readiness.CONDITION + ")";
    private static final long LOOKS_MILLIS = 20;

    private PlatformReady() {}

    /**
     * Waits for it.
     *
     * @param context where it is looked for
     * @param patience for how long
     * @param stopping when nobody waits any more
     * @return whether it is ready
     * @throws InterruptedException when whoever waits is interrupted
     */
    public static boolean await(BundleContext context, Duration patience, CountDownLatch stopping)
            throws InterruptedException {
        long begin = System.nanoTime();
        while (!isReady(context)) {
            if (System.nanoTime() - begin > patience.toNanos() || stopping.await(LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReady(BundleContext context) {
        try {
            return !context.getServiceReferences(Condition.class, FILTER).isEmpty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
