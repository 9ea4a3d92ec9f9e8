package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.SessionCookie;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.SignIn;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Signs out. For everyone: who is signed out already has what they want. */
@Component(service = Servlet.class, property = WebConstants.PUBLIC + ":Boolean=true")
@HttpWhiteboardServletPattern(Addresses.SIGN_OUT)
public class SignOutServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private final transient SignIn signIn;
    private final transient SessionCookie cookie;

    /**
     * Serves.
     *
     * @param signIn ends sessions
     * @param cookie keeps the session in the browser
     * @param pages the frame
     */
    @Activate
    public SignOutServlet(@Reference SignIn signIn, @Reference SessionCookie cookie, @Reference Pages pages) {
        super(pages);
        this.signIn = signIn;
        this.cookie = cookie;
    }

    /** The button is there; a link alone signs nobody out. */
    @Override
    protected void show(HttpServletRequest request, HttpServletResponse response) {
        Addresses.seeOther(response, Addresses.ACCOUNT);
    }

    @Override
    protected void take(HttpServletRequest request, HttpServletResponse response) {
        if (Forms.session(request) == null && request.getParameter(WebConstants.CSRF_FIELD) == null) {
            // With a session it would stay, and the browser forget it.
            throw new ProblemException(
                    Problem.Kind.FORBIDDEN,
                    "csrf-token-not-valid",
                    new Text("Nicht abgemeldet", "Not signed out"),
                    new Text(
                            "Das Formular war nicht vollständig, deshalb wurde niemand abgemeldet. Den Knopf „Abmelden“ finden Sie auf der Seite Ihres Kontos.",
                            "The form was not complete, so nobody was signed out. You find the button 'Sign out' on the page of your account."));
        }
        if (Forms.session(request) != null && request.getAttribute(WebConstants.CALLER) instanceof Caller caller) {
            signIn.end(caller, Forms.session(request));
        }
        cookie.clear(response);
        Addresses.seeOther(response, "/");
    }
}
