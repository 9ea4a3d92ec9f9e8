package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.settings.StatedNumber;
import de.kreiswerk.core.api.web.RequestGate;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits as somebody set them, each as near to what is stated as can be: over a slip of the pen no component must stay away.
 */
final class StatedLimits {

    static final int WAIT = 22;
    static final int DRAIN = 10;
    static final int START = 30;
    static final int STOP = 10;
    static final int HEALTH = 10;
    static final int THREADS = 50;
    static final int KEPT = 5;
    /** Of every time, in seconds. */
    static final int LONGEST = 600;

    static final int MOST_THREADS = 10_000;
    static final int MOST_KEPT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(StatedLimits.class);

    private StatedLimits() {}

    static Limits of(Engine.Config config) {
        return new Limits(
                seconds("waitSeconds", config::waitSeconds, 1, WAIT),
                seconds("drainSeconds", config::drainSeconds, 0, DRAIN),
                seconds("startSeconds", config::startSeconds, 1, START),
                seconds("stopSeconds", config::stopSeconds, 1, STOP),
                seconds("healthSeconds", config::healthSeconds, 1, HEALTH),
                number("threads", config::threads, 1, MOST_THREADS, THREADS),
                number("kept", config::kept, 1, MOST_KEPT, KEPT));
    }

    /** Tells when whoever waits at the gate is sent away while the switch that they wait for goes on. */
    static void warnWhenTheGateIsTooQuick(Limits limits, RequestGate gate) {
        Duration patience = gate.longestWait();
        if (limits.waiting().compareTo(patience) >= 0) {
            LOG.warn(
                    "A switch may take {} s (waitSeconds), but requests wait for {} s only (longestWaitSeconds of the gate): those that wait longer are answered with 503 though the switch goes on",
                    limits.waiting().toSeconds(),
                    patience.toSeconds());
        }
    }

    private static Duration seconds(String setting, IntSupplier stated, int least, int otherwise) {
        return Duration.ofSeconds(number(setting, stated, least, LONGEST, otherwise));
    }

    private static int number(String setting, IntSupplier stated, int least, int most, int otherwise) {
        return StatedNumber.of(setting, stated, least, most, otherwise, LOG::error);
    }
}
