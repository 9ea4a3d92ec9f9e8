package de.kreiswerk.console.web.overview;

import de.kreiswerk.console.web.log.RecentLog;
import de.kreiswerk.console.web.view.ConsoleServlet;
import de.kreiswerk.console.web.view.Permissions;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin}: how the platform is; who may not see that is led to the first page that they may use. The exact address only: what is below belongs to other pages. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + Permissions.SIGNED_IN)
@HttpWhiteboardServletPattern(Console.BASE)
public class OverviewServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;
    private static final int COMPLAINTS = 10;
    /** What only people should hear of has the tag {@code console}: it makes the platform neither dead nor unready. */
    private static final HealthCheckSelector SHOWN = HealthCheckSelector.tags("live", "ready", "console");

    private final transient HealthCheckExecutor executor;
    private final transient PlatformFacts facts;
    private final transient RecentLog log;
    private final transient Console console;

    /**
     * Serves.
     *
     * @param executor runs the health checks
     * @param facts what the platform is
     * @param log the last lines of the log
     * @param console the frame
     * @param pages the frame of all pages
     */
    @Activate
    public OverviewServlet(
            @Reference HealthCheckExecutor executor,
            @Reference PlatformFacts facts,
            @Reference RecentLog log,
            @Reference Console console,
            @Reference Pages pages) {
        super(pages);
        this.executor = executor;
        this.facts = facts;
        this.log = log;
        this.console = console;
    }

    private static ProblemException nothingHere() {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                "permission-missing",
                new Text("Keine Berechtigung", "Permission missing"),
                new Text(
                        "In der Verwaltungskonsole gibt es nichts, wofür Sie eine Berechtigung haben. Müssen Sie Ihr erstes Kennwort noch ersetzen oder den zweiten Faktor einrichten, tun Sie das zuerst unter „Mein Konto“. Sonst wenden Sie sich an die Administration.",
                        "There is nothing in the admin console that you have a permission for. If you still have to replace your first password or to set up the second factor, do that first under 'My account'. Else ask your administrator."));
    }

    @Override
    protected void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        Caller caller = (Caller) request.getAttribute(WebConstants.CALLER);
        if (!caller.mayAnywhere(Permissions.CONSOLE)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", console.entrance(caller).orElseThrow(OverviewServlet::nothingHere));
            return;
        }
        Health health =
                new Health(executor.execute(SHOWN, new HealthCheckExecutionOptions().setCombineTagsWithOr(true)));
        OverviewView view = new OverviewView(
                language,
                health.summary().in(language),
                health.look(),
                health.checks(language, caller.mayAnywhere(Permissions.HEALTH)),
                facts.in(language),
                caller.mayAnywhere(Permissions.LOG) ? log.complaints(COMPLAINTS) : null);
        console.write(request, response, new Pages.Page(OverviewTexts.TITLE.in(language), Templates.overview(view)));
    }
}
