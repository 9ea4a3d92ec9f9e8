package de.kreiswerk.audit.stream;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** All receivers that were set up. Service within this bundle only. */
@Component(service = Destinations.class)
public final class Destinations {

    private final Set<Destination> all = ConcurrentHashMap.newKeySet();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(Destination destination) {
        all.add(destination);
    }

    void remove(Destination destination) {
        all.remove(destination);
    }

    List<Stream> streams() {
        return all.stream()
                .map(Destination::stream)
                .sorted(Comparator.comparing(stream -> stream.receiving().name()))
                .toList();
    }
}
