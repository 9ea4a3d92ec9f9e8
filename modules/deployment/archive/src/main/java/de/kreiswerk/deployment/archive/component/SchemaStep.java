package de.kreiswerk.deployment.archive.component;

import java.util.List;
import java.util.Objects;

/**
 * A change of the component's tables that its version makes.
 *
 * @param kind whether something is added or taken away
 * @param name what it is, such as the migration's file
 * @param breaks which versions of the component do not run on the tables after it
 */
public record SchemaStep(Kind kind, String name, List<VersionSpan> breaks) {

    /** Rejects what is missing, and a contraction that breaks nobody: then it would be an expansion. */
    public SchemaStep {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        breaks = List.copyOf(breaks);
        if (kind == Kind.CONTRACT && breaks.isEmpty()) {
            throw new IllegalArgumentException("A contraction says which versions it breaks");
        }
    }

    /** Expand, then contract in a later version, so that the version before runs on the tables of the one behind it. */
    public enum Kind {
        /** Adds; the version before still runs. */
        EXPAND,
        /** Takes away what an earlier version needs. */
        CONTRACT
    }

    /**
     * Whether a version would no longer run.
     *
     * @param version of the same component
     * @return true when it would not
     */
    public boolean breaks(ComponentVersion version) {
        return breaks.stream().anyMatch(each -> each.includes(version));
    }
}
