package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.county.County;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.EntityTag;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.cache.FrameState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The frame around all pages, in the look of KERN. */
@Component(
        service = {Pages.class, FrameState.class},
        configurationPid = PagesConfig.PID)
@Designate(ocd = PagesConfig.class)
public class PagesService implements Pages, FrameState {

    private static final String CONTENT_RANGE = "Content-Range";
    private static final List<String> HEADERS_OF_CONTENT =
            List.of("ETag", "Last-Modified", "Accept-Ranges", CONTENT_RANGE, "Content-Disposition", "Content-Encoding");

    private final BaseUrl baseUrl;
    private final Assets assets;
    private final Navigation navigation;
    private final County county;
    private final Tiles tiles;
    private final Logo logo;
    private final LegalLinks legal;
    private final Languages languages = new Languages();
    private volatile Stamp stamp = new Stamp(null, null);

    /**
     * Makes the frame.
     *
     * @param baseUrl the public address
     * @param assets styles and icons
     * @param navigation the entries of the navigation
     * @param tiles what the start page shows
     * @param logo the county's logo
     * @param county whose pages these are
     * @param config what the law asks for
     */
    @Activate
    public PagesService(
            @Reference BaseUrl baseUrl,
            @Reference Assets assets,
            @Reference Navigation navigation,
            @Reference Tiles tiles,
            @Reference Logo logo,
            @Reference County county,
            PagesConfig config) {
        this.baseUrl = baseUrl;
        this.assets = assets;
        this.navigation = navigation;
        this.tiles = tiles;
        this.logo = logo;
        this.county = county;
        this.legal = new LegalLinks(config);
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        byte[] body = framed(request, page, true);
        // The tag covers the frame as well: another navigation, language or version of the look is another page.
        EntityTag tag = EntityTag.of(body);
        response.setHeader("ETag", tag.value());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Language");
        if (response.getStatus() == HttpServletResponse.SC_OK && tag.isIn(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            // Left to itself, the server adds Content-Length: 0, which would be that of the page (RFC 9110, section
            // 8.6).
            response.flushBuffer();
            return;
        }
        send(request, response, body);
    }

    @Override
    public void writePersonal(HttpServletRequest request, HttpServletResponse response, Page page) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        send(request, response, framed(request, page, false));
    }

    @Override
    public void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        response.resetBuffer();
        // Of a part that is not there, it says how long the file is.
        String length = problem.kind() == Problem.Kind.NO_SUCH_PART ? response.getHeader(CONTENT_RANGE) : null;
        HEADERS_OF_CONTENT.forEach(header -> response.setHeader(header, null));
        if (length != null) {
            response.setHeader(CONTENT_RANGE, length);
        }
        response.setStatus(problem.kind().status());
        if (problem.kind() == Problem.Kind.UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept-Language");
        Locale language = language(request);
        ProblemView view = ProblemView.of(
                language,
                problem,
                Reader.of(request),
                (String) request.getAttribute(WebConstants.REQUEST_ID),
                navigation.links(language, request.getRequestURI()));
        Page page = new Page(problem.title().in(language), Templates.problem(view));
        send(request, response, framed(request, page, false));
    }

    @Override
    public Locale language(HttpServletRequest request) {
        return languages.of(request);
    }

    @Override
    public String languageOf(HttpServletRequest request) {
        return languages.of(request).getLanguage();
    }

    @Override
    public String base() {
        return baseUrl.current().orElse(null);
    }

    @Override
    public Object stamp() {
        Object links = navigation.stamp();
        Object offers = tiles.stamp();
        Stamp last = stamp;
        if (last.navigation() == links && last.tiles() == offers) {
            return last;
        }
        Stamp now = new Stamp(links, offers);
        stamp = now;
        return now;
    }

    /** What of the frame may change while this service is there. */
    private record Stamp(Object navigation, Object tiles) {}

    @Override
    public String baseUrl() {
        return baseUrl.current()
                .orElseThrow(() -> new ProblemException(
                        Problem.Kind.UNAVAILABLE,
                        "address-unknown",
                        new Text("Adresse noch unbekannt", "Address not yet known"),
                        new Text(
                                "Der Server ist noch nicht erreichbar. Versuchen Sie es in einigen Augenblicken noch einmal.",
                                "The server does not listen yet. Try again in a moment.")));
    }

    private byte[] framed(HttpServletRequest request, Page page, boolean indexed) {
        Locale language = language(request);
        Frame frame = new Frame(
                language,
                page.title(),
                county,
                logo.address(),
                navigation.links(language, request.getRequestURI()),
                legal.in(language),
                indexed,
                page.alternates(),
                assets,
                page.html());
        return Templates.frame(frame).getBytes(StandardCharsets.UTF_8);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Language", language(request).getLanguage());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
