package de.kreiswerk.proposals.office;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.TrailLinks;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperQuery;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.PaperSummary;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/vorlagen}: the papers as the administration has them, drafts too; read only. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + ProposalsPermissions.READ)
@HttpWhiteboardServletPattern(OfficeServlet.BASE + "/*")
public class OfficeServlet extends HttpServlet {

    static final String BASE = Console.BASE + "/vorlagen";

    private static final long serialVersionUID = 1L;
    private static final String ALLOW = "GET, HEAD, OPTIONS";
    private static final int PAGE = 50;
    private static final int LONGEST = 200;
    private static final String ID = "/[0-9a-f-]{36}";

    /** Away while the trail has no pages. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    transient volatile TrailLinks trail;

    private final transient Pages pages;
    private final transient Console console;
    private final transient PaperReader papers;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param papers the papers
     */
    @Activate
    public OfficeServlet(@Reference Pages pages, @Reference Console console, @Reference PaperReader papers) {
        this.pages = pages;
        this.console = console;
        this.papers = papers;
    }

    @Override
    public final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                try {
                    answer(request, response);
                } catch (ProblemException e) {
                    // The server would make a fault of it before the chain can see what it is.
                    pages.writeProblem(request, response, e.problem());
                }
            }
            case "OPTIONS" -> {
                response.setHeader("Allow", ALLOW);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOW);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.isEmpty() || path.equals("/")) {
            list(request, response);
        } else if (path.matches(ID)) {
            paper(request, response, path.substring(1));
        } else {
            throw new ProblemException(
                    Problem.Kind.NOT_FOUND,
                    "not-found",
                    new Text("Nicht gefunden", "Not found"),
                    new Text("Unter dieser Adresse gibt es nichts.", "There is nothing at this address."));
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = caller(request);
        String search = text(request, OfficeListView.SEARCH);
        Optional<Paper> named = search.isEmpty() ? Optional.empty() : byReference(caller, search);
        if (named.isPresent()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", BASE + "/" + named.get().id());
            return;
        }
        boolean all = caller.may(ProposalsPermissions.READ, Grant.ALL);
        String after = text(request, OfficeListView.AFTER);
        List<PaperSummary> found = papers.list(
                caller,
                new PaperQuery(
                        null,
                        null,
                        null,
                        search.isEmpty() ? null : search,
                        after.matches("[0-9a-f-]{36}") ? after : null,
                        PAGE + 1));
        List<PaperSummary> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() <= PAGE
                ? null
                : BASE + "?" + OfficeListView.SEARCH + "=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&"
                        + OfficeListView.AFTER + "=" + shown.get(PAGE - 1).id();
        OfficeListView view = new OfficeListView(pages.language(request), search, all, shown, next);
        console.write(
                request,
                response,
                new Pages.Page(
                        view.in(OfficeTexts.PAPERS),
                        Rendering.of(output -> JtelistGenerated.render(output, null, view))));
    }

    /** Empty when there is none, or it is none of the caller's: which of both is not said. */
    private Optional<Paper> byReference(Caller caller, String reference) {
        try {
            return Optional.of(papers.getByReference(caller, reference));
        } catch (ProblemException e) {
            Problem.Kind kind = e.problem().kind();
            if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void paper(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        Locale language = pages.language(request);
        Paper paper = papers.get(caller(request), id);
        TrailLinks links = trail;
        OfficePaperView view = new OfficePaperView(
                language,
                paper,
                links == null
                        ? null
                        : links.history(caller(request), "Paper", paper.id()).orElse(null));
        console.write(
                request,
                response,
                new Pages.Page(view.title(), Rendering.of(output -> JtepaperGenerated.render(output, null, view))));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        String text = value == null ? "" : value.replace("\0", "").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(WebConstants.CALLER);
    }
}
