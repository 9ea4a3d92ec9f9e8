package de.kreiswerk.core.api.publication;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of public objects that changed: those of this node after the commit and before the change is acknowledged, those of
 * other nodes within a second, or within some seconds when their transaction took long. May hear of one change twice.
 */
@ConsumerType
public interface PublicationListener {

    /**
     * Objects were published, changed or withdrawn.
     *
     * @param paths their paths
     * @param lists the lists in which they stand, or stood until now
     */
    void changed(Set<String> paths, Set<String> lists);
}
