package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.web.RequestGate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A gate that nobody wants to pass; some may be inside for ever. */
final class TestGate implements RequestGate {

    int inside;
    Runnable whileDrained = () -> {};
    List<String> addresses = List.of();
    Probe probe = (path, most) -> 200;

    /** What is answered when the switch itself asks an address. */
    @FunctionalInterface
    interface Probe {

        int of(String path, Duration most) throws IOException;
    }

    @Override
    public Hold hold(Set<String> bundles) {
        return new Nobody();
    }

    @Override
    public Duration longestWait() {
        return Duration.ofMinutes(5);
    }

    @Override
    public List<String> addresses(Set<String> bundles) {
        return addresses;
    }

    @Override
    public void forget(Set<String> bundles) {
        // There is nothing to forget.
    }

    private final class Nobody implements Hold {

        @Override
        public boolean drain(Duration most) {
            whileDrained.run();
            return inside == 0;
        }

        @Override
        public int inside() {
            return inside;
        }

        @Override
        public int probe(String path, Duration most) throws IOException {
            return probe.of(path, most);
        }

        @Override
        public int held() {
            return 0;
        }

        @Override
        public void close() {
            // Nobody waits.
        }
    }
}
