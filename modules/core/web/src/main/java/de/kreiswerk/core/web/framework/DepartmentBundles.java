package de.kreiswerk.core.web.framework;

import org.osgi.framework.Bundle;

/** Tells bundles of departments' components from the platform's own. */
public final class DepartmentBundles {

    /** Only what the deployment installs has such locations: a bundle cannot choose its own. */
    private static final String SCHEME = "component:";

    private DepartmentBundles() {}

    /**
     * Whether a department brought a bundle.
     *
     * @param bundle any bundle
     * @return false for the platform's own
     */
    public static boolean isOne(Bundle bundle) {
        return bundle.getLocation().startsWith(SCHEME);
    }
}
