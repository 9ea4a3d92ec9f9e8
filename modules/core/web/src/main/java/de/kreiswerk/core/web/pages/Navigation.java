package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The entries of the navigation that are there at the moment. They are on every page, so each is asked once, when it comes: what
 * fails then is left out, and what fails or waits later is not asked.
 */
@Component(service = Navigation.class)
public class Navigation {

    private final Offers<NavigationEntry, Entry> entries =
            new Offers<>(Comparator.comparingInt(Entry::order).thenComparing(Entry::path));

    private record Entry(Text label, String path, int order) {

        static Entry of(NavigationEntry entry) {
            return new Entry(
                    Objects.requireNonNull(entry.label()), Objects.requireNonNull(entry.path()), entry.order());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addEntry(NavigationEntry entry) {
        entries.add(entry, Entry::of);
    }

    void removeEntry(NavigationEntry entry) {
        entries.remove(entry);
    }

    /** Another one when something else is offered. */
    Object stamp() {
        return entries.all();
    }

    /** The entries as links, in their order; the one that leads to the page or a page above it is marked. */
    List<Link> links(Locale language, String page) {
        return entries.all().stream()
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
