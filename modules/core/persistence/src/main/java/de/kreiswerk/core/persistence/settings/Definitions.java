package de.kreiswerk.core.persistence.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    List<Definition> all(Locale language) {
        List<Definition> found = new ArrayList<>();
        Set<String> pids = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            MetaTypeInformation information = metatype.getMetaTypeInformation(bundle);
            String[] ofBundle = information == null ? null : information.getPids();
            for (String pid : ofBundle == null ? new String[0] : ofBundle) {
                ObjectClassDefinition definition = definition(information, pid, language);
                if (definition != null && pids.add(pid)) {
                    found.add(Definition.of(pid, bundle.getSymbolicName(), definition));
                }
            }
        }
        found.sort(ORDER);
        return found;
    }

    Optional<Definition> find(String pid, Locale language) {
        return all(language).stream()
                .filter(definition -> definition.pid().equals(pid))
                .findFirst();
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
