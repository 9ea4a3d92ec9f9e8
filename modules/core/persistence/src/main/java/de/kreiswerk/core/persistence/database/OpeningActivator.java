package de.kreiswerk.core.persistence.database;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Begins to open the database. By hand: Declarative Services read what the whole bundle has first, and whoever starts would wait for
 * the database by as much longer. They take what needs it away before this is stopped.
 */
public final class OpeningActivator implements BundleActivator {

    private Opening opening;

    @Override
    public void start(BundleContext context) {
        opening = new Opening(context);
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        opening.close();
    }
}
