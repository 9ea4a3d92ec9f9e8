package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.formkit.FormTexts;
import de.kreiswerk.identity.api.Account;
import de.kreiswerk.identity.api.Accounts;
import de.kreiswerk.identity.api.Deputies;
import de.kreiswerk.identity.api.Deputyship;
import de.kreiswerk.identity.api.IdentityPermissions;
import de.kreiswerk.identity.web.DeputiesView;
import de.kreiswerk.identity.web.DeputyForms;
import de.kreiswerk.identity.web.DeputyTexts;
import de.kreiswerk.identity.web.Forms;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Who stands in for whom, in the console: somebody may have fallen ill without having appointed anybody. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + IdentityPermissions.READ)
@HttpWhiteboardServletPattern({DeputiesServlet.PATH, DeputiesServlet.PATH + "/*"})
public class DeputiesServlet extends DeputyForms {

    private static final long serialVersionUID = 1L;

    static final String PATH = Console.BASE + "/vertretungen";

    private final transient Console console;
    private final transient Accounts accounts;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param deputies the rules
     * @param accounts who there is
     */
    @Activate
    public DeputiesServlet(
            @Reference Pages pages,
            @Reference Console console,
            @Reference Deputies deputies,
            @Reference Accounts accounts) {
        super(pages, deputies, PATH);
        this.console = console;
        this.accounts = accounts;
    }

    @Override
    protected String accountOf(HttpServletRequest request) {
        String login = Forms.text(request, "fuer");
        return accounts.byLogin(Forms.caller(request), login)
                .map(Account::id)
                .orElseThrow(() -> new InvalidEntry(
                        Problem.Kind.UNPROCESSABLE,
                        "entry-not-valid",
                        FormTexts.NOT_VALID,
                        Map.of("accountId", DeputyTexts.UNKNOWN)));
    }

    @Override
    protected List<Deputyship> agreed(Caller caller) {
        return deputies.all(caller);
    }

    @Override
    protected boolean isForOthers() {
        return true;
    }

    @Override
    protected boolean mayChange(Caller caller) {
        return caller.mayAnywhere(IdentityPermissions.GRANTS);
    }

    @Override
    protected void write(HttpServletRequest request, HttpServletResponse response, DeputiesView view)
            throws IOException {
        console.write(request, response, new Pages.Page(view.in(DeputyTexts.DEPUTIES), html(view)));
    }
}
