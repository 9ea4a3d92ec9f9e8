package de.kreiswerk.deployment.service;

import de.kreiswerk.deployment.service.store.StoredVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** What newer and older is measured against. */
final class Newest {

    private Newest() {}

    /** The newest version that ever ran: that nothing runs just now makes no older one new. */
    static Optional<StoredVersion> everActive(List<StoredVersion> versions) {
        return versions.stream()
                .filter(version -> version.lastActive() != null)
                .max(Comparator.comparing(version -> Version.parseVersion(version.version())));
    }
}
