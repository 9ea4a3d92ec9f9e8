package de.kreiswerk.core.persistence.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** What can be set, as the bundles that are there describe it. Service within this bundle only. */
@Component(service = Definitions.class)
public class Definitions {

    private static final Comparator<Definition> ORDER = Comparator.comparing(Definition::own)
            .reversed()
            .thenComparing(Definition::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Definition::pid);

    private final BundleContext context;
    private final MetaTypeService metatype;

    /**
     * Reads descriptions.
     *
     * @param context knows the bundles
     * @param metatype reads what they describe
     */
    @Activate
    public Definitions(BundleContext context, @Reference MetaTypeService metatype) {
        this.context = context;
        this.metatype = metatype;
    }

    /** What is there once. */
    List<Definition> all(Locale language) {
        return described(language, MetaTypeInformation::getPids);
    }

    /** Of what there may be several. */
    List<Definition> factories(Locale language) {
        return described(language, MetaTypeInformation::getFactoryPids);
    }

    /** Of a factory's configuration as well, whether it is there or not. */
    Optional<Definition> find(String pid, Locale language) {
        return Pids.factory(pid)
                .map(factory -> factory(factory, language).map(definition -> definition.named(Pids.name(pid))))
                .orElseGet(() -> with(pid, all(language)));
    }

    Optional<Definition> factory(String pid, Locale language) {
        return with(pid, factories(language));
    }

    private static Optional<Definition> with(String pid, List<Definition> definitions) {
        return definitions.stream()
                .filter(definition -> definition.pid().equals(pid))
                .findFirst();
    }

    private List<Definition> described(Locale language, Function<MetaTypeInformation, String[]> which) {
        List<Definition> found = new ArrayList<>();
        Set<String> pids = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            MetaTypeInformation information = metatype.getMetaTypeInformation(bundle);
            String[] ofBundle = information == null ? null : which.apply(information);
            for (String pid : ofBundle == null ? new String[0] : ofBundle) {
                ObjectClassDefinition definition = definition(information, pid, language);
                if (definition != null && pids.add(pid)) {
                    found.add(Definition.of(pid, bundle, definition));
                }
            }
        }
        found.sort(ORDER);
        return found;
    }

    /** A description that cannot be read must not hide all others. */
    private static ObjectClassDefinition definition(MetaTypeInformation information, String pid, Locale language) {
        try {
            return information.getObjectClassDefinition(pid, language.getLanguage());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
