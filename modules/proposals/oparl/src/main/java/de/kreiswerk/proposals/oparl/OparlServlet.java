package de.kreiswerk.proposals.oparl;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.web.EntityTag;
import de.kreiswerk.core.api.web.FileAnswers;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.proposals.oparl.render.OparlForm;
import de.kreiswerk.proposals.oparl.render.OparlJson;
import de.kreiswerk.proposals.oparl.render.Urls;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** OParl 1.1: every public object under its lasting address, and the lists of them. */
@Component(
        service = Servlet.class,
        property = {WebConstants.PUBLIC + ":Boolean=true", WebConstants.CACHED + ":Boolean=true"})
@HttpWhiteboardServletPattern("/oparl/*")
public class OparlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String BODIES = "body";
    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String RETRY_SECONDS = "5";
    private static final String MEDIA_TYPE = "application/json;charset=utf-8";

    private final transient Publication publication;
    private final transient Pages pages;
    private final transient FileAnswers fileAnswers;
    private final transient OparlJson json = new OparlJson();
    private final transient OparlForm form = new OparlForm();
    private final transient StoredFiles storedFiles = new StoredFiles();

    /**
     * Serves.
     *
     * @param publication the public snapshots
     * @param pages says at which address the platform is
     * @param fileAnswers sends files
     */
    @Activate
    public OparlServlet(
            @Reference Publication publication, @Reference Pages pages, @Reference FileAnswers fileAnswers) {
        this.publication = publication;
        this.pages = pages;
        this.fileAnswers = fileAnswers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        switch (request.getMethod()) {
            case "GET", "HEAD" -> answerOrRefuse(request, response);
            case "OPTIONS" -> preflight(response);
            default -> {
                response.setHeader("Allow", METHODS);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    /** Scripts of other sites may read everything, and may ask conditionally and for parts of files. */
    private static void preflight(HttpServletResponse response) {
        response.setHeader("Allow", METHODS);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", "*");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void answerOrRefuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (ProblemException e) {
            refuse(request, response, e.problem());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Locale locale = pages.language(request);
        request.removeAttribute(MadeOf.ATTRIBUTE);
        response.setStatus(problem.kind().status());
        response.setHeader("Content-Language", locale.getLanguage());
        response.setHeader("Cache-Control", "no-store");
        if (problem.kind() == Problem.Kind.UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        String id = String.valueOf(request.getAttribute(WebConstants.REQUEST_ID));
        write(response, json.error(problem, locale, id));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // To be asked for again each time, which costs a 304: what is withdrawn must not live on elsewhere.
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader(
                "Access-Control-Expose-Headers", "Content-Length, Content-Range, ETag, Last-Modified, X-Request-Id");
        Route route = Route.of(request.getPathInfo()).orElseThrow(OparlProblems::unknownAddress);
        Urls urls = new Urls(pages.baseUrl());
        if (route instanceof Route.Listing list) {
            list(request, response, list, urls);
        } else if (!isCanonical(request, route) || request.getQueryString() != null) {
            redirect(response, urls.of(route.path()));
        } else if (route instanceof Route.Bytes bytes) {
            bytes(request, response, bytes);
        } else if (route instanceof Route.One one) {
            object(request, response, one, urls);
        } else {
            system(request, response, urls);
        }
    }

    /** The address as it was written: what the server makes of doubled slashes and escapes does not show it. */
    private static boolean isCanonical(HttpServletRequest request, Route route) {
        return request.getRequestURI().equals(Urls.ROOT + route.path());
    }

    private void system(HttpServletRequest request, HttpServletResponse response, Urls urls) throws IOException {
        request.setAttribute(MadeOf.ATTRIBUTE, MadeOf.list(BODIES));
        List<PublicObject> bodies = publication.list(PublicQuery.of(BODIES, 1));
        send(request, response, json.system(bodies.isEmpty() ? null : bodies.get(0), urls));
    }

    private void object(HttpServletRequest request, HttpServletResponse response, Route.One one, Urls urls)
            throws IOException {
        request.setAttribute(MadeOf.ATTRIBUTE, MadeOf.object(one.path()));
        send(request, response, json.object(find(one.path()), urls));
    }

    private void list(HttpServletRequest request, HttpServletResponse response, Route.Listing list, Urls urls)
            throws IOException {
        ListParameters parameters = ListParameters.of(request.getQueryString());
        if (!isCanonical(request, list) || !parameters.canonical()) {
            redirect(response, urls.of(list.path()) + parameters.query());
            return;
        }
        if (list.owner() != null && find(list.owner()).deleted()) {
            throw OparlProblems.unknownObject();
        }
        request.setAttribute(
                MadeOf.ATTRIBUTE,
                new MadeOf(list.owner() == null ? Set.of() : Set.of(list.owner()), Set.of(list.name()), null));
        List<Publication.Formed> found = found(parameters.of(list.name(), 1), parameters.omitInternal());
        boolean more = found.size() > parameters.limit();
        List<Publication.Formed> shown = more ? found.subList(0, parameters.limit()) : found;
        String address = urls.of(list.path());
        OparlJson.ListPage page = new OparlJson.ListPage(
                parameters.omitInternal(),
                parameters.limit(),
                address + parameters.query(null),
                address + parameters.query(),
                more ? address + parameters.query(shown.get(shown.size() - 1).key()) : null);
        send(request, response, listed(shown, page, urls));
    }

    /** Objects without their internal ones are asked for seldom: that form is not kept. */
    private List<Publication.Formed> found(PublicQuery query, boolean omitInternal) {
        return omitInternal
                ? publication.list(query).stream()
                        .map(object -> new Publication.Formed(object.key(), null, object))
                        .toList()
                : publication.list(query, form);
    }

    private byte[] listed(List<Publication.Formed> shown, OparlJson.ListPage page, Urls urls) {
        return shown.stream().allMatch(formed -> formed.bytes() != null)
                ? json.formedList(shown.stream().map(Publication.Formed::bytes).toList(), page, urls)
                : json.list(shown.stream().map(Publication.Formed::object).toList(), page, urls);
    }

    private void bytes(HttpServletRequest request, HttpServletResponse response, Route.Bytes bytes) throws IOException {
        PublicObject file = find(bytes.file());
        if (file.deleted()) {
            throw OparlProblems.fileDeleted();
        }
        HttpServletResponse answer = bytes.download() ? response : new NeverAttachment(response);
        if (!fileAnswers.send(request, answer, storedFiles.of(file), bytes.download())) {
            throw OparlProblems.fileMissing();
        }
    }

    private PublicObject find(String path) {
        return publication.find(path).orElseThrow(OparlProblems::unknownObject);
    }

    /** Whoever has it already is told so, however they asked. */
    private static void send(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        EntityTag tag = EntityTag.of(body);
        response.setHeader("ETag", tag.value());
        if (tag.isIn(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            // Left to itself, the server adds Content-Length: 0, which would be that of the whole.
            response.flushBuffer();
            return;
        }
        write(response, body);
    }

    private static void write(HttpServletResponse response, byte[] json) throws IOException {
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    private static void redirect(HttpServletResponse response, String address) {
        response.setHeader("Location", address);
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setContentLength(0);
    }
}
