package de.kreiswerk.core.web.security;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.pages.ReadOnlyServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Tells whoever found a hole whom to write to (RFC 9116). */
@Component(
        service = Servlet.class,
        configurationPid = SecurityContactConfig.PID,
        property = WebConstants.PUBLIC + ":Boolean=true")
@Designate(ocd = SecurityContactConfig.class)
@HttpWhiteboardServletPattern(SecurityTxtServlet.PATH)
public class SecurityTxtServlet extends ReadOnlyServlet {

    static final String PATH = "/.well-known/security.txt";

    private static final long serialVersionUID = 1L;

    private final transient Pages pages;
    private final transient SecurityContact contact;
    private final transient Clock clock;

    /**
     * Serves.
     *
     * @param pages knows the public address
     * @param config whom to write to
     */
    @Activate
    public SecurityTxtServlet(@Reference Pages pages, SecurityContactConfig config) {
        this(pages, config, Clock.systemUTC());
    }

    SecurityTxtServlet(Pages pages, SecurityContactConfig config, Clock clock) {
        this.pages = pages;
        this.contact = new SecurityContact(config);
        this.clock = clock;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!contact.isStated()) {
            pages.writeProblem(request, response, notStated());
            return;
        }
        byte[] body = contact.text(clock.instant(), pages.baseUrl() + PATH).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Problem notStated() {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "security-contact-not-stated",
                new Text("Kein Sicherheitskontakt", "No security contact"),
                new Text(
                        "Die Verwaltung hat noch keinen Kontakt für Schwachstellen eingetragen. Wenden Sie sich an die"
                                + " Stelle im Impressum.",
                        "The administration has not stated a contact for vulnerabilities yet. Turn to the office named"
                                + " in the imprint."),
                List.of());
    }
}
