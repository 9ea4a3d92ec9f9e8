package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.FormField;
import de.kreiswerk.core.formkit.Removal;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.api.Session;
import de.kreiswerk.identity.api.Sessions;
import de.kreiswerk.identity.web.Addresses;
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
    private static final List<FormField> SEARCH = List.of(new FormField("text", "suche", ConsoleTexts.SEARCH));

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
        boolean searched = basics.errors().at("suche") == null;
        List<Session> found = searched ? sessions.list(Forms.caller(request), search, SHOWN + 1) : List.of();
        SessionListView view = new SessionListView(
                basics,
                new Field("suche", search, basics.errors().at("suche"), null),
                found.subList(0, Math.min(SHOWN, found.size())),
                found.size() > SHOWN);
        write(request, response, basics.in(ConsoleTexts.SESSIONS), Templates.sessions(view));
    }

    @Override
    List<FormField> fields(HttpServletRequest request) {
        return id(request) == null
                ? SEARCH
                : List.of(new FormField(FormField.ALL, "beenden-" + id(request), ConsoleTexts.END));
    }

    /** A session has no page of its own; why it could not be ended stands above the list. */
    @Override
    void entry(HttpServletRequest request, HttpServletResponse response, PageBasics basics, String id)
            throws IOException {
        if (!basics.refused()) {
            Addresses.seeOther(response, PATH);
        } else {
            list(request, response, basics);
        }
    }

    @Override
    void change(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        Removal.of("session-not-found", () -> sessions.end(Forms.caller(request), id));
        saved(response, null);
    }
}
