package de.kreiswerk.deployment.service.framework;

import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * Where a bundle of a component comes from, as its location in the framework says: {@code component:NAME:ARCHIVE:NUMBER}.
 *
 * @param component the component's name
 * @param archive its archive
 * @param number its place in the order in which the bundles are started, from 0
 */
public record Place(String component, String archive, int number) {

    /** What locations of components' bundles begin with; the platform's own readiness does not count them. */
    static final String SCHEME = "component:";

    private static final int PARTS = 4;

    /** The location. */
    String location() {
        return SCHEME + component + ":" + archive + ":" + number;
    }

    /** Of a bundle; empty for one of the platform. */
    static Optional<Place> of(Bundle bundle) {
        String location = bundle.getLocation();
        if (location == null || !location.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String[] parts = location.split(":");
        return parts.length == PARTS
                ? Optional.of(new Place(parts[1], parts[2], Integer.parseInt(parts[3])))
                : Optional.empty();
    }
}
