package de.kreiswerk.deployment.api;

import de.kreiswerk.core.api.text.Text;
import java.util.List;

/**
 * What switching to a version would do, found without doing anything.
 *
 * @param component the component's name
 * @param archive the version's archive, null for the removal of the component
 * @param bundles what happens to each bundle
 * @param configurations what happens to each configuration
 * @param refreshed symbolic names of other components' bundles that would be stopped and started again
 * @param dependants names of components that use what this one offers
 * @param refusals why it cannot be done, a sentence each; empty when it can
 * @param notes what else is worth knowing
 */
public record Plan(
        String component,
        String archive,
        List<BundleChange> bundles,
        List<ConfigurationChange> configurations,
        List<String> refreshed,
        List<String> dependants,
        List<Text> refusals,
        List<Text> notes) {

    /** Copies the lists. */
    public Plan {
        bundles = List.copyOf(bundles);
        configurations = List.copyOf(configurations);
        refreshed = List.copyOf(refreshed);
        dependants = List.copyOf(dependants);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /**
     * Whether it can be done.
     *
     * @return true when nothing speaks against it
     */
    public boolean isPossible() {
        return refusals.isEmpty();
    }

    /** What happens to a part. */
    public enum Kind {
        /** It comes. */
        ADDED,
        /** Another version of it comes, or another content with the same version. */
        CHANGED,
        /** It is exchanged for the same. */
        SAME,
        /** It goes. */
        REMOVED
    }

    /**
     * What happens to a bundle.
     *
     * @param kind what
     * @param symbolicName which
     * @param before its version now, null when it comes
     * @param after its version then, null when it goes
     */
    public record BundleChange(Kind kind, String symbolicName, String before, String after) {}

    /**
     * What happens to a configuration.
     *
     * @param kind what
     * @param pid its PID
     * @param keys the names of the values that come, go or change, in their order; not the values, which may be secrets
     */
    public record ConfigurationChange(Kind kind, String pid, List<String> keys) {

        /** Copies the list. */
        public ConfigurationChange {
            keys = List.copyOf(keys);
        }

        /**
         * Of which no value is named.
         *
         * @param kind what
         * @param pid its PID
         */
        public ConfigurationChange(Kind kind, String pid) {
            this(kind, pid, List.of());
        }
    }
}
