package de.kreiswerk.core.web.backup;

import de.kreiswerk.core.api.backup.Backups;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code POST /api/platform/v1/backups}: makes a backup and sends it while it is made. What fails on the way breaks the
 * connection off, and what came until then lacks its end.
 */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + Backups.PERMISSION)
@HttpWhiteboardServletPattern("/api/platform/v1/backups")
public class BackupsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ALLOW = "POST, OPTIONS";

    private final transient Backups backups;

    /**
     * Serves.
     *
     * @param backups makes them
     */
    @Activate
    public BackupsServlet(@Reference Backups backups) {
        this.backups = backups;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "POST" -> {
                response.setContentType("application/zip");
                response.setHeader("Content-Disposition", "attachment; filename=\"kreiswerk.backup\"");
                response.setHeader("Cache-Control", "no-store");
                backups.write((Caller) request.getAttribute(WebConstants.CALLER), response.getOutputStream());
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
}
