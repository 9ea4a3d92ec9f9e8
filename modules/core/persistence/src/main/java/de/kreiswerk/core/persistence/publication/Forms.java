package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.publication.PublicForm;
import de.kreiswerk.core.api.publication.PublicObject;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The form that objects are kept in, while somebody offers one. Without it, and when it fails, they are published as well. */
@Component(service = Forms.class)
public final class Forms {

    /** The name of no form. */
    static final String NONE = "";

    private static final Logger LOG = LoggerFactory.getLogger(Forms.class);
    /** H2 takes at most a megabyte; what is that large is seldom enough to be made when it is read. */
    private static final int LARGEST = 512 * 1024;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PublicForm form;

    /** What is kept of an object: the form's name and its bytes, which are null when it has none. */
    record Kept(String form, byte[] bytes) {}

    /** The name of today's form. */
    String name() {
        PublicForm today = form;
        return today == null ? NONE : today.name();
    }

    Kept of(PublicObject object) {
        PublicForm today = form;
        if (today == null) {
            return new Kept(NONE, null);
        }
        try {
            byte[] bytes = today.of(object);
            return new Kept(today.name(), bytes == null || bytes.length > LARGEST ? null : bytes);
        } catch (LinkageError e) {
            // Its bundle is just being replaced: to be made again.
            return new Kept(NONE, null);
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be kept as {}: {}", object.path(), today.name(), e.toString());
            return new Kept(today.name(), null);
        }
    }
}
