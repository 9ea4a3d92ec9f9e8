package de.kreiswerk.audit.web;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.FileForm;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What everybody may know of the trail: what was signed last, with which key, and whether a proof or a state that they have holds. */
@Component(service = Servlet.class, property = WebConstants.PUBLIC + ":Boolean=true")
@HttpWhiteboardServletPattern(TransparencyServlet.PATH)
public class TransparencyServlet extends HttpServlet {

    static final String PATH = "/transparenz";

    private static final long serialVersionUID = 1L;
    private static final String ALLOW = "GET, HEAD, POST, OPTIONS";

    private final transient Pages pages;
    private final transient AuditLog log;
    private final transient VerifierProgram program;

    /**
     * Serves.
     *
     * @param pages the frame
     * @param log the sealed trail
     * @param program with which people verify by themselves
     */
    @Activate
    public TransparencyServlet(@Reference Pages pages, @Reference AuditLog log, @Reference VerifierProgram program) {
        this.program = program;
        this.pages = pages;
        this.log = log;
    }

    @Override
    public final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getMethod()) {
                case "GET", "HEAD" -> pages.write(request, response, page(request, null));
                case "POST" -> verify(request, response);
                case "OPTIONS" -> {
                    response.setHeader("Allow", ALLOW);
                    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                }
                default -> {
                    response.setHeader("Allow", ALLOW);
                    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                }
            }
        } catch (ProblemException e) {
            pages.writeProblem(request, response, e.problem());
        }
    }

    private void verify(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Verdict verdict = Verdict.none();
        if (request.getAttribute(FileForm.ATTRIBUTE) instanceof FileForm form
                && !form.fileName().isEmpty()) {
            verdict = Verdict.of(form.file(), log, pages.language(request));
        }
        if (verdict.isRefused()) {
            response.setStatus(
                    verdict.kind() == Verdict.Kind.NO_KEY || verdict.kind() == Verdict.Kind.NOTHING_SEALED
                            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                            : HttpServletResponse.SC_BAD_REQUEST);
        }
        pages.writePersonal(request, response, page(request, verdict));
    }

    private Pages.Page page(HttpServletRequest request, Verdict verdict) {
        Locale language = pages.language(request);
        List<LogKey> keys = log.keys();
        TransparencyView view = new TransparencyView(
                language,
                log.checkpoint().orElse(null),
                log.minimum(),
                keys,
                keys.size() > 1 && !log.vouchings().isEmpty(),
                verdict,
                pages.baseUrl(),
                program.hash());
        return new Pages.Page(TransparencyTexts.TITLE.in(language), Templates.transparency(view));
    }
}
