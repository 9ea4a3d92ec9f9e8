package de.kreiswerk.deployment.service.framework;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Loads classes of a version while nobody waits for it yet: what it needs to start is then read and verified already. Nothing of it is
 * run by that, since no class is initialized.
 */
public final class ClassesAhead {

    /** What a component needs at once is little; a library that it brings is left to be loaded as it is used. */
    private static final int MOST = 200;

    private ClassesAhead() {}

    /**
     * Loads those below the package that is called like the bundle. What cannot be loaded is complained about by whoever needs it.
     *
     * @param bundle resolved; else it has no classes yet
     */
    public static void load(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return;
        }
        Collection<String> files = wiring.listResources(
                "/" + bundle.getSymbolicName().replace('.', '/'),
                "*.class",
                BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE);
        files.stream().limit(MOST).forEach(file -> load(bundle, file));
    }

    private static void load(Bundle bundle, String file) {
        try {
            // Asked for its constructors, a class is linked as well, which verifies it.
            bundle.loadClass(
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError e) {
            // It may never be needed.
        }
    }
}
