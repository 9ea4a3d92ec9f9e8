package de.kreiswerk.proposals.web;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of public papers, the page of each, and the files of their attachments. */
@Component(service = Servlet.class, property = WebConstants.PUBLIC + ":Boolean=true")
@HttpWhiteboardServletPattern("/vorlagen/*")
public class PapersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    static final String BASE = "/vorlagen";

    private static final Logger LOG = LoggerFactory.getLogger(PapersServlet.class);
    private static final String LIST = "paper";
    private static final int PAGE = 50;
    private static final int MAX_PATH = 300;
    private static final String AFTER = "nach";
    private static final Pattern KEY = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern ATTACHMENT =
            Pattern.compile("(/.+)/anlagen/([1-9][0-9]{0,5})/?", Pattern.CASE_INSENSITIVE);
    private static final String ALLOW = "GET, HEAD, OPTIONS";

    private final transient Publication publication;
    private final transient BlobStore blobs;
    private final transient Pages pages;
    private final transient FileAnswer files;

    /**
     * Serves.
     *
     * @param publication the public snapshots
     * @param blobs the bytes of attachments
     * @param pages the frame
     */
    @Activate
    public PapersServlet(@Reference Publication publication, @Reference BlobStore blobs, @Reference Pages pages) {
        this.publication = publication;
        this.blobs = blobs;
        this.pages = pages;
        this.files = new FileAnswer(blobs);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> answer(request, response);
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
        String path = request.getPathInfo();
        try {
            if (path == null) {
                list(request, response);
            } else if (path.equals("/")) {
                redirect(response, BASE);
            } else {
                paperOrFile(request, response, path);
            }
        } catch (ProblemException e) {
            pages.writeProblem(request, response, e.problem());
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String after = request.getParameter(AFTER);
        if (after != null && !KEY.matcher(after).matches()) {
            throw PaperProblems.badKey();
        }
        List<PublicObject> found =
                publication.list(PublicQuery.of(LIST, PAGE + 1).from(after));
        List<PublicObject> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE
                ? BASE + "?" + AFTER + "=" + shown.get(PAGE - 1).key()
                : null;
        PaperViews views = new PaperViews(pages.language(request));
        ListView view = new ListView(
                pages.language(request), shown.stream().map(views::entry).toList(), after == null, next);
        pages.write(request, response, new Pages.Page(view.in(Texts.PAPERS), Templates.list(view)));
    }

    private void paperOrFile(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Matcher attachment = ATTACHMENT.matcher(path);
        boolean file = attachment.matches();
        Publication.Address address = resolve(file ? attachment.group(1) : path);
        PublicObject object = publication.find(address.path()).orElseThrow(PaperProblems::notFound);
        if (object.deleted()) {
            throw PaperProblems.withdrawn();
        }
        String canonical = file ? address.current() + "/anlagen/" + attachment.group(2) : address.current();
        if (!canonical.equals(BASE + path)) {
            redirect(response, canonical);
        } else if (file) {
            file(request, response, Snapshots.paper(object), Integer.parseInt(attachment.group(2)));
        } else {
            paper(request, response, Snapshots.paper(object), canonical);
        }
    }

    private void paper(HttpServletRequest request, HttpServletResponse response, PaperSnapshot paper, String address)
            throws IOException {
        PaperView view = new PaperViews(pages.language(request)).view(paper, address);
        String title = view.title().text().contains(paper.reference())
                ? view.title().text()
                : view.title().text() + " (" + paper.reference() + ")";
        pages.write(request, response, new Pages.Page(title, Templates.paper(view)));
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
        Optional<BlobStore.Blob> blob = blobs.find(file.sha256());
        if (blob.isEmpty()) {
            LOG.error(
                    "The bytes {} of attachment {} of paper {} are not in the store",
                    file.sha256(),
                    number,
                    paper.reference());
            throw PaperProblems.fileMissing();
        }
        files.send(request, response, file, blob.get(), "Anlage-" + number);
    }

    /** Finds a paper by its address, or by what people make of it: upper case, a slash at the end, the plain reference. */
    private Publication.Address resolve(String path) {
        if (path.length() > MAX_PATH || path.chars().anyMatch(Character::isISOControl)) {
            throw PaperProblems.notFound();
        }
        String meant =
                path.substring(1).replaceAll("/+$", "").toLowerCase(Locale.ROOT).replaceAll("[/\\s_]+", "-");
        return publication
                .resolve(BASE + path)
                .or(() -> publication.resolve(BASE + "/" + meant))
                .orElseThrow(PaperProblems::notFound);
    }

    /** Without the host: what a request calls the host must not get into an answer. */
    private static void redirect(HttpServletResponse response, String path) {
        try {
            response.setHeader("Location", new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + path, e);
        }
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(0);
    }
}
