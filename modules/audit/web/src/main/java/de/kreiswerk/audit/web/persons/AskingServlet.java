package de.kreiswerk.audit.web.persons;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/personenanfragen}: where auditors ask, and see what was approved. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + AuditPermissions.READ)
@HttpWhiteboardServletPattern(AskingServlet.BASE + "/*")
public class AskingServlet extends RequestsServlet {

    /** Where the page is. */
    public static final String BASE = Console.BASE + "/personenanfragen";

    private static final long serialVersionUID = 1L;

    private final transient PersonRequests requests;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param requests what is asked
     */
    @Activate
    public AskingServlet(@Reference Pages pages, @Reference Console console, @Reference PersonRequests requests) {
        super(pages, console, requests, BASE);
        this.requests = requests;
    }

    @Override
    List<PersonRequest> list(Caller caller) {
        return requests.own(caller);
    }
}
