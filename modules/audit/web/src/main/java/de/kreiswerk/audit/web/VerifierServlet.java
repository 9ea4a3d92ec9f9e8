package de.kreiswerk.audit.web;

import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Hands out the program with which people verify by themselves. */
@Component(service = Servlet.class, property = WebConstants.PUBLIC + ":Boolean=true")
@HttpWhiteboardServletPattern(VerifierProgram.ADDRESS)
public class VerifierServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ALLOW = "GET, HEAD, OPTIONS";

    private final transient VerifierProgram program;

    /**
     * Serves.
     *
     * @param program the file
     */
    @Activate
    public VerifierServlet(@Reference VerifierProgram program) {
        this.program = program;
    }

    @Override
    public final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isHead = request.getMethod().equals("HEAD");
        if (isHead || request.getMethod().equals("GET")) {
            send(response, isHead);
            return;
        }
        response.setHeader("Allow", ALLOW);
        if (request.getMethod().equals("OPTIONS")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void send(HttpServletResponse response, boolean isHead) throws IOException {
        Optional<VerifierProgram.File> file = program.file();
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/java-archive");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + VerifierProgram.NAME + "\"");
        // Another version of the platform has another one.
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", '"' + file.get().hash() + '"');
        response.setContentLength(file.get().bytes().length);
        if (!isHead) {
            response.getOutputStream().write(file.get().bytes());
        }
    }
}
