package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.publication.PublicationListener;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear of changed public objects, and which node this is. Service within this bundle only. */
@Component(service = Listeners.class)
public final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final String node = UUID.randomUUID().toString();
    private final ReadAhead ahead = new ReadAhead();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<PublicationListener> listeners = List.of();

    /** This node's name in the table, another one after each start. */
    String node() {
        return node;
    }

    /** What is read ahead, of which nothing is left that changed. */
    ReadAhead ahead() {
        return ahead;
    }

    @Deactivate
    void close() throws InterruptedException {
        ahead.close();
    }

    void tell(Set<String> paths, Set<String> lists) {
        ahead.changed(lists);
        for (PublicationListener listener : listeners) {
            try {
                listener.changed(paths, lists);
            } catch (RuntimeException e) {
                LOG.error("A listener failed to take in changed public objects", e);
            }
        }
    }
}
