package de.kreiswerk.deployment.service.store;

import de.kreiswerk.deployment.api.ComponentVersion.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** The versions that ran before. */
public final class Former {

    private Former() {}

    /** What newer and older is measured against: that nothing runs just now makes no older version new. */
    public static Optional<StoredVersion> newest(List<StoredVersion> versions) {
        return versions.stream()
                .filter(version -> version.lastActive() != null)
                .max(Comparator.comparing(Former::number));
    }

    /**
     * Where a rollback leads: to one older than what runs, so that twice does not lead forward again; else to what ran last. Never to
     * one that a step of another version broke.
     */
    public static Optional<StoredVersion> before(String active, List<StoredVersion> versions, List<RanStep> steps) {
        return candidates(active, versions).stream()
                .filter(version -> RanStep.breaking(steps, version).isEmpty())
                .max(Comparator.comparing(StoredVersion::lastActive));
    }

    /** Where a rollback would lead if no step stood in its way. */
    public static List<StoredVersion> candidates(String active, List<StoredVersion> versions) {
        Optional<Version> runs = versions.stream()
                .filter(version -> version.archive().equals(active))
                .findFirst()
                .map(Former::number);
        List<StoredVersion> kept = versions.stream()
                .filter(Former::isKept)
                .filter(version -> !version.archive().equals(active))
                .toList();
        List<StoredVersion> older = kept.stream()
                .filter(version -> runs.isPresent() && number(version).compareTo(runs.get()) < 0)
                .toList();
        return older.isEmpty() ? kept : older;
    }

    /**
     * Where the platform goes back to by itself. Rather nowhere than to a version that a step broke.
     *
     * @param versions of the component
     * @param steps what they did to its tables
     * @param preferred the archive that is taken if it can be; null for what ran last
     */
    public static Optional<StoredVersion> instead(List<StoredVersion> versions, List<RanStep> steps, String preferred) {
        return versions.stream()
                .filter(Former::isKept)
                .filter(version -> RanStep.breaking(steps, version).isEmpty())
                .max(Comparator.comparing(
                                (StoredVersion version) -> version.archive().equals(preferred))
                        .thenComparing(StoredVersion::lastActive));
    }

    private static boolean isKept(StoredVersion version) {
        return version.state() == State.KEPT && version.lastActive() != null;
    }

    /** As it is compared. */
    public static Version number(StoredVersion version) {
        return Version.parseVersion(version.version());
    }
}
