package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.web.RequestGate;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A gate that nobody wants to pass; some may be inside for ever. */
final class TestGate implements RequestGate {

    int inside;
    Runnable whileDrained = () -> {};

    @Override
    public Hold hold(Set<String> bundles) {
        return new Nobody();
    }

    @Override
    public List<String> addresses(Set<String> bundles) {
        return List.of();
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
        public int probe(String path, Duration most) {
            return 200;
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
