package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Session;
import de.kreiswerk.identity.api.Sessions;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Who is signed in, in the console. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.SESSIONS)
@HttpWhiteboardServletPattern(SessionsServlet.PATH + "/*")
public class SessionsServlet extends PeopleServlet {

    private static final long serialVersionUID = 1L;

    static final String PATH = Console.BASE + "/sitzungen";
    private static final int SHOWN = 200;

    private final transient Sessions sessions;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param sessions the sessions
     */
    @Activate
    public SessionsServlet(@Reference Pages pages, @Reference Console console, @Reference Sessions sessions) {
        super(pages, console, PATH, IdentityPermissions.SESSIONS);
        this.sessions = sessions;
    }

    @Override
    void list(HttpServletRequest request, HttpServletResponse response, PageBasics basics) throws IOException {
        String search = Forms.text(request, "suche");
        List<Session> found = sessions.list(Forms.caller(request), search, SHOWN + 1);
        SessionListView view = new SessionListView(
                basics, search, found.subList(0, Math.min(SHOWN, found.size())), found.size() > SHOWN);
        write(request, response, basics.in(ConsoleTexts.SESSIONS), Templates.sessions(view));
    }

    /** A session has no page of its own; why it could not be ended stands above the list. */
    @Override
    void entry(HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id)
            throws IOException {
        if (basics.error() == null) {
            saved(response, null);
        } else {
            list(request, response, basics);
        }
    }

    @Override
    void change(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        sessions.end(Forms.caller(request), id);
        saved(response, null);
    }
}
