package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.web.FileAnswers;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.proposals.web.http.Addresses;
import de.kreiswerk.proposals.web.http.Answering;
import de.kreiswerk.proposals.web.http.Query;
import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.snapshot.Committees;
import de.kreiswerk.proposals.web.snapshot.PublicBody;
import de.kreiswerk.proposals.web.snapshot.Snapshots;
import de.kreiswerk.proposals.web.view.CommonTexts;
import de.kreiswerk.proposals.web.view.Phrases;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of public papers, the page of each and of its earlier versions, and the files of their attachments. */
@Component(
        service = Servlet.class,
        property = {WebConstants.PUBLIC + ":Boolean=true", WebConstants.CACHED + ":Boolean=true"})
@HttpWhiteboardServletPattern("/vorlagen/*")
public class PapersServlet extends Answering {

    private static final long serialVersionUID = 1L;

    static final String BASE = "/vorlagen";
    static final String LIST = "paper/published";

    private static final Logger LOG = LoggerFactory.getLogger(PapersServlet.class);
    private static final Snapshots<PaperSnapshot> PAPERS = Snapshots.as(PaperSnapshot.class);
    private static final Snapshots<PaperSnapshot.Version> VERSION = Snapshots.as(PaperSnapshot.Version.class);
    private static final int PAGE = 50;
    private static final Pattern KEY = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String VERSIONS = "fassungen";
    private static final Pattern PART =
            Pattern.compile("(/.+)/(anlagen|" + VERSIONS + ")/([1-9][0-9]{0,5})/?", Pattern.CASE_INSENSITIVE);

    /** Encoded, an address may be three times as long as it came, and longer than an answer's header may be. */
    private static final int LONGEST_REDIRECT = 2_000;

    private final transient Publication publication;
    private final transient FileAnswers files;
    private final transient Clock clock;

    /**
     * Serves.
     *
     * @param publication the public snapshots
     * @param files sends attachments
     * @param pages the frame
     */
    @Activate
    public PapersServlet(@Reference Publication publication, @Reference FileAnswers files, @Reference Pages pages) {
        this(publication, files, pages, Clock.systemUTC());
    }

    PapersServlet(Publication publication, FileAnswers files, Pages pages, Clock clock) {
        super(pages);
        this.publication = publication;
        this.files = files;
        this.clock = clock;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            list(request, response);
        } else if (path.equals("/")) {
            redirect(response, BASE);
        } else {
            paperOrPart(request, response, path);
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Query.of(request, PaperFilter.NAMES);
        String after = request.getParameter(ListViews.AFTER);
        String tidy = (after == null ? query : query.with(ListViews.AFTER, after)).at(BASE);
        if (Query.hasBlanks(request, PaperFilter.NAMES) && tidy.length() <= LONGEST_REDIRECT) {
            redirectTo(response, tidy);
            return;
        }
        if (after != null && !KEY.matcher(after).matches()) {
            throw PaperProblems.badKey();
        }
        Locale language = pages.language(request);
        Today today = Today.of(clock);
        PaperChoices choices = PaperChoices.of(publication);
        PaperFilter filter = new PaperFilter(query, choices);
        List<PublicObject> found = filter.isRight()
                ? publication.list(
                        filter.on(PublicQuery.of(LIST, PAGE + 1).newestFirst().from(after)))
                : List.of();
        List<PublicObject> shown = found.subList(0, Math.min(PAGE, found.size()));
        ListView view = new ListViews(language, today, filter, choices).view(shown, found.size() > PAGE, after == null);
        if (filter.isRight()) {
            Set<String> lists = new HashSet<>(filter.lists());
            lists.addAll(Set.of(LIST, Committees.LIST));
            note(request, new MadeOf(Set.of(), lists, today.end()));
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        pages.write(
                request,
                response,
                new Pages.Page(
                        filter.isEmpty() && after == null
                                ? view.in(CommonTexts.PAPERS)
                                : view.result() + " – " + view.in(CommonTexts.PAPERS),
                        Templates.list(view),
                        List.of(new Pages.Alternate(PapersFeedServlet.MEDIA_TYPE, view.in(Texts.FEED), view.feed()))));
    }

    private void paperOrPart(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Matcher part = PART.matcher(path);
        boolean whole = !part.matches();
        Publication.Address address = Addresses.resolve(publication, BASE, whole ? path : part.group(1))
                .orElseThrow(PaperProblems::notFound);
        PublicObject object = publication.find(address.path()).orElseThrow(PaperProblems::notFound);
        if (object.deleted()) {
            throw PaperProblems.withdrawn();
        }
        String canonical =
                address.current() + (whole ? "" : "/" + part.group(2).toLowerCase(Locale.ROOT) + "/" + part.group(3));
        if (!canonical.equals(BASE + path)) {
            redirect(response, canonical);
        } else if (whole) {
            paper(request, response, object, canonical);
        } else if (part.group(2).equals(VERSIONS)) {
            version(request, response, object, address.current(), Integer.parseInt(part.group(3)));
        } else {
            file(request, response, PAPERS.read(object), Integer.parseInt(part.group(3)));
        }
    }

    private void paper(HttpServletRequest request, HttpServletResponse response, PublicObject object, String address)
            throws IOException {
        Today today = Today.of(clock);
        PaperSnapshot paper = PAPERS.read(object);
        PaperView view = new PaperViews(pages.language(request), today)
                .view(paper, object.path(), address, PublicBody.of(publication));
        note(request, new MadeOf(Set.of(object.path()), Set.of(PublicBody.LIST), today.end()));
        pages.write(
                request,
                response,
                new Pages.Page(
                        view.pageTitle(),
                        Templates.paper(view),
                        List.of(new Pages.Alternate(
                                "application/json",
                                view.in(Texts.OPARL),
                                view.openData().address()))));
    }

    /** One that is the newest today is the paper itself; tomorrow it may have become an earlier one. */
    private void version(
            HttpServletRequest request, HttpServletResponse response, PublicObject paper, String address, int number)
            throws IOException {
        if (PAPERS.read(paper).version() == number) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", address);
            response.setHeader("Cache-Control", "no-cache");
            response.setContentLength(0);
            return;
        }
        String path = "/paperVersion" + paper.path().substring("/paper".length()) + "/" + number;
        PublicObject version = publication.find(path).orElseThrow(PaperProblems::versionNotFound);
        if (version.deleted()) {
            throw PaperProblems.versionWithdrawn();
        }
        Locale language = pages.language(request);
        PaperView view =
                new PaperViews(language, Today.of(clock)).earlier(PAPERS.read(version), VERSION.read(version), address);
        note(request, new MadeOf(Set.of(paper.path(), path), Set.of(), null));
        // Whoever searches the web is to find what holds, and what was taken back nowhere.
        response.setHeader("X-Robots-Tag", "noindex");
        pages.write(request, response, new Pages.Page(view.pageTitle(), Templates.paper(view), List.of()));
    }

    private void file(HttpServletRequest request, HttpServletResponse response, PaperSnapshot paper, int number)
            throws IOException {
        PaperSnapshot.Attachment attachment = paper.attachments().stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow(PaperProblems::attachmentNotFound);
        PaperSnapshot.StoredFile file = attachment.file();
        if (file == null) {
            throw PaperProblems.fileMissing();
        }
        FileAnswers.StoredFile stored = new FileAnswers.StoredFile(
                file.sha256(),
                Phrases.present(file.fileName()) ? file.fileName() : "Anlage-" + number,
                file.mediaType(),
                file.created());
        if (!files.send(request, response, stored, false)) {
            LOG.error(
                    "The bytes {} of attachment {} of paper {} are not in the store",
                    file.sha256(),
                    number,
                    paper.reference());
            throw PaperProblems.fileMissing();
        }
    }

    private static void note(HttpServletRequest request, MadeOf madeOf) {
        request.setAttribute(MadeOf.ATTRIBUTE, madeOf);
    }
}
