package de.kreiswerk.identity.oidc;

import de.kreiswerk.identity.api.ClientNetwork;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts attempts by network, so that nobody fills the table of sign-ins, or the trail. Far more than people need: a whole town
 * hall may share an address.
 */
final class Attempts {

    static final int MOST = 300;
    static final Duration PERIOD = Duration.ofMinutes(5);

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Window(long end, int count) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** How many seconds to wait; 0 when it may go on. */
    synchronized long mustWait(String address) {
        long now = clock.millis();
        String network = ClientNetwork.of(address).key();
        Window window = windows.get(network);
        if (window == null || window.end() <= now) {
            window = new Window(now + PERIOD.toMillis(), 0);
        }
        if (window.count() >= MOST) {
            return (window.end() - now) / 1_000 + 1;
        }
        windows.put(network, new Window(window.end(), window.count() + 1));
        return 0;
    }
}
