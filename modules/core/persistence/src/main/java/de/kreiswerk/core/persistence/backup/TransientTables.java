package de.kreiswerk.core.persistence.backup;

import de.kreiswerk.core.api.persistence.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Tables that are not in a backup. */
final class TransientTables {

    /** Who holds which lease, and which scripts ran here: a restored database finds both out by itself. */
    private static final Set<String> OWN = Set.of("core_lease", "core_migrated");

    /** How the locations of bundles begin that departments deploy. */
    private static final String DEPLOYED = "component:";

    private TransientTables() {}

    /**
     * This bundle's own, and those that the platform's bundles name in their manifests; lower case. What departments deploy says nothing
     * here: it could name the tables of others, which would then be missing in every backup.
     */
    static Set<String> of(BundleContext context) {
        Set<String> tables = new TreeSet<>(OWN);
        for (Bundle bundle : context.getBundles()) {
            String named = bundle.getHeaders("").get(Schema.TRANSIENT_TABLES_HEADER);
            if (named != null && !bundle.getLocation().startsWith(DEPLOYED)) {
                Arrays.stream(named.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .forEach(tables::add);
            }
        }
        return tables;
    }
}
