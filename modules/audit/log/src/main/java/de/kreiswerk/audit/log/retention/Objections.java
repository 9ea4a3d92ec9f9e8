package de.kreiswerk.audit.log.retention;

import de.kreiswerk.core.api.audit.ErasureObjection;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks all who may know that a person can still act. */
@Component(service = Objections.class)
public final class Objections {

    private final List<ErasureObjection> all = new CopyOnWriteArrayList<>();

    @Reference(
            service = ErasureObjection.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bind(ErasureObjection objection) {
        all.add(objection);
    }

    void unbind(ErasureObjection objection) {
        all.remove(objection);
    }

    Optional<Text> to(String subject) {
        return all.stream().flatMap(each -> each.to(subject).stream()).findFirst();
    }
}
