package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.web.NavigationEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The entries of the navigation that are there at the moment. */
@Component(service = Navigation.class)
public class Navigation {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<NavigationEntry> entries = List.of();

    /** The entries as links, in their order; the one that leads to the page or a page above it is marked. */
    List<Link> links(Locale language, String page) {
        return entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order).thenComparing(NavigationEntry::path))
                .map(entry -> new Link(entry.label().in(language), entry.path(), mark(entry.path(), page)))
                .toList();
    }

    private static String mark(String path, String page) {
        if (page.equals(path)) {
            return "page";
        }
        return page.startsWith(path + "/") ? "true" : null;
    }
}
