package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.ConfigurationNotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds who speaks for a factory: a service of the bundle that describes it. Whoever else names its PID is not heard, since what is
 * said stands beside the form in which, for example, sign-in is set up. Service within this bundle only.
 */
@Component(service = NotesByFactory.class)
public class NotesByFactory {

    private static final Logger LOG = LoggerFactory.getLogger(NotesByFactory.class);

    private final BiPredicate<Long, String> describes;
    private final List<Speaker> speakers = new CopyOnWriteArrayList<>();

    /** A service with what it said when it came: one that fails later must not take pages of others down. */
    private record Speaker(ConfigurationNotes notes, String factory, Long bundle) {}

    /**
     * Finds them.
     *
     * @param context knows the bundles
     * @param metatype reads what they describe
     */
    @Activate
    public NotesByFactory(BundleContext context, @Reference MetaTypeService metatype) {
        this((id, factory) -> describes(context.getBundle(id), metatype, factory));
    }

    NotesByFactory(BiPredicate<Long, String> describes) {
        this.describes = describes;
    }

    private static boolean describes(Bundle bundle, MetaTypeService metatype, String factory) {
        MetaTypeInformation information = bundle == null ? null : metatype.getMetaTypeInformation(bundle);
        String[] pids = information == null ? null : information.getFactoryPids();
        return pids != null && List.of(pids).contains(factory);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addNotes(ConfigurationNotes notes, Map<String, Object> properties) {
        try {
            speakers.add(new Speaker(notes, notes.factory(), (Long) properties.get(Constants.SERVICE_BUNDLEID)));
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "{} does not say which factory it speaks for and is left out",
                    notes.getClass().getName(),
                    e);
        }
    }

    void removeNotes(ConfigurationNotes notes) {
        speakers.removeIf(speaker -> speaker.notes() == notes);
    }

    Optional<ConfigurationNotes> of(String factory) {
        return speakers.stream()
                .filter(speaker -> factory.equals(speaker.factory()))
                .filter(speaker -> describes.test(speaker.bundle(), factory))
                .map(Speaker::notes)
                .findFirst();
    }
}
