package de.kreiswerk.deployment.service;

import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** The versions that ran before. */
final class Former {

    private Former() {}

    /** What newer and older is measured against: that nothing runs just now makes no older version new. */
    static Optional<StoredVersion> newest(List<StoredVersion> versions) {
        return versions.stream()
                .filter(version -> version.lastActive() != null)
                .max(Comparator.comparing(Former::number));
    }

    /** Where a rollback leads: to one older than what runs, so that twice does not lead forward again; else to what ran last. */
    static Optional<StoredVersion> before(String active, List<StoredVersion> versions) {
        Optional<Version> runs = versions.stream()
                .filter(version -> version.archive().equals(active))
                .findFirst()
                .map(Former::number);
        return versions.stream()
                .filter(version -> version.state() == State.KEPT && version.lastActive() != null)
                .filter(version -> !version.archive().equals(active))
                .max(Comparator.comparing((StoredVersion version) ->
                                runs.isPresent() && number(version).compareTo(runs.get()) < 0)
                        .thenComparing(StoredVersion::lastActive));
    }

    static Version number(StoredVersion version) {
        return Version.parseVersion(version.version());
    }
}
