package de.kreiswerk.deployment.web.page;

import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The scripts with which these pages get better; they work without. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + DeploymentPermissions.READ)
@HttpWhiteboardServletPattern({ScriptServlet.UPLOAD, ScriptServlet.PROGRESS})
public class ScriptServlet extends HttpServlet {

    /** Shows how far an upload is, and takes files that are dropped. */
    public static final String UPLOAD = Console.BASE + "/komponenten/hochladen.js";

    /** Follows a switch. */
    public static final String PROGRESS = Console.BASE + "/komponenten/vorgang.js";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String script = request.getServletPath().equals(UPLOAD) ? "/script/upload.js" : "/script/progress.js";
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType("text/javascript; charset=utf-8");
        try (InputStream in = ScriptServlet.class.getResourceAsStream(script)) {
            byte[] body = in.readAllBytes();
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
