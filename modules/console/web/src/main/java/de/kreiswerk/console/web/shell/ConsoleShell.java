package de.kreiswerk.console.web.shell;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The frame of the console, with a navigation of those pages that are there and that the caller may use. */
@Component
public class ConsoleShell implements Console {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleShell.class);

    private final Map<ConsolePage, Entry> entries = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Pages pages;

    /**
     * Writes.
     *
     * @param pages the frame of all pages
     */
    @Activate
    public ConsoleShell(@Reference Pages pages) {
        this.pages = pages;
    }

    /**
     * What a page said when it came. The navigation is on all of the console's pages, which a component that fails later must not take
     * down.
     */
    private record Entry(Text title, String path, ConsolePage.Group group, int order, String permission) {

        static Entry of(ConsolePage page) {
            return new Entry(
                    Objects.requireNonNull(page.title()),
                    Objects.requireNonNull(page.path()),
                    Objects.requireNonNull(page.group()),
                    page.order(),
                    page.permission());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPage(ConsolePage page) {
        try {
            entries.put(page, Entry.of(page));
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "{} does not say where it is and is left out",
                    page.getClass().getName(),
                    e);
        }
    }

    void removePage(ConsolePage page) {
        entries.remove(page);
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Pages.Page page) throws IOException {
        Locale language = pages.language(request);
        Caller caller = (Caller) request.getAttribute(WebConstants.CALLER);
        ShellView view = new ShellView(
                language,
                caller == null ? "" : caller.name(),
                groups(caller, language, request.getRequestURI()),
                page.html());
        String title = page.title() + " – " + ShellTexts.CONSOLE.in(language);
        pages.writePersonal(request, response, new Pages.Page(title, Templates.shell(view), page.alternates()));
    }

    @Override
    public Optional<String> entrance(Caller caller) {
        return usable(caller).map(Entry::path).findFirst();
    }

    private Stream<Entry> usable(Caller caller) {
        List<Entry> all;
        synchronized (entries) {
            all = List.copyOf(entries.values());
        }
        return all.stream()
                .filter(page -> mayUse(caller, page))
                .sorted(Comparator.comparing(Entry::group)
                        .thenComparingInt(Entry::order)
                        .thenComparing(Entry::path));
    }

    private List<ShellView.Group> groups(Caller caller, Locale language, String address) {
        List<Entry> usable = usable(caller).toList();
        return Stream.of(ConsolePage.Group.values())
                .map(group -> new ShellView.Group(
                        ShellTexts.GROUPS.get(group).in(language),
                        usable.stream()
                                .filter(page -> page.group() == group)
                                .map(page -> new ShellView.Link(
                                        page.title().in(language), page.path(), mark(page.path(), address)))
                                .toList()))
                .filter(group -> !group.links().isEmpty())
                .toList();
    }

    private static boolean mayUse(Caller caller, Entry page) {
        String permission = page.permission();
        return caller != null && permission != null && !permission.isBlank() && caller.mayAnywhere(permission);
    }

    private static String mark(String path, String address) {
        if (address.equals(path)) {
            return "page";
        }
        return !path.equals(BASE) && address.startsWith(path + "/") ? "true" : null;
    }
}
