package de.kreiswerk.console.web.shell;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The frame of the console, with a navigation of those pages that are there and that the caller may use. */
@Component
public class ConsoleShell implements Console {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<ConsolePage> consolePages = List.of();

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
        return usable(caller).map(ConsolePage::path).findFirst();
    }

    private Stream<ConsolePage> usable(Caller caller) {
        return consolePages.stream()
                .filter(page -> mayUse(caller, page))
                .sorted(Comparator.comparing(ConsolePage::group)
                        .thenComparingInt(ConsolePage::order)
                        .thenComparing(ConsolePage::path));
    }

    private List<ShellView.Group> groups(Caller caller, Locale language, String address) {
        List<ConsolePage> usable = usable(caller).toList();
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

    private static boolean mayUse(Caller caller, ConsolePage page) {
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
