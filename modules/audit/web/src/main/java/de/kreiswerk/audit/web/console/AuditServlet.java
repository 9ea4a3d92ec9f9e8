package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.web.VerifierProgram;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
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
import java.time.Clock;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/audit}: finding records of the trail, a record with its proof, and packages of them. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + AuditPermissions.READ)
@HttpWhiteboardServletPattern(Places.SEARCH + "/*")
public class AuditServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;
    private static final String RECORD = "/" + Places.RECORD + "/";
    private static final String PACKAGE = "/" + Places.PACKAGE;

    /** Away, nobody is led to asking about a person. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    transient volatile PersonRequests requests;

    private final transient Console console;
    private final transient AuditSearch search;
    private final transient AuditLog log;
    private final transient Departments departments;
    private final transient VerifierProgram program;
    private final transient Clock clock;

    /**
     * Serves.
     *
     * @param pages the language
     * @param console the frame
     * @param search finds records
     * @param log proves them
     * @param departments what departments are called
     * @param program checks packages
     */
    @Activate
    public AuditServlet(
            @Reference Pages pages,
            @Reference Console console,
            @Reference AuditSearch search,
            @Reference AuditLog log,
            @Reference Departments departments,
            @Reference VerifierProgram program) {
        this(pages, console, search, log, departments, program, Clock.systemUTC());
    }

    AuditServlet(
            Pages pages,
            Console console,
            AuditSearch search,
            AuditLog log,
            Departments departments,
            VerifierProgram program,
            Clock clock) {
        super(pages);
        this.console = console;
        this.search = search;
        this.log = log;
        this.departments = departments;
        this.program = program;
        this.clock = clock;
    }

    @Override
    protected boolean isForm(String path) {
        return path.equals(PACKAGE);
    }

    @Override
    protected void show(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (path.isEmpty() || path.equals("/")) {
            search(request, response, filter(request), null);
        } else if (path.startsWith(RECORD) && path.substring(RECORD.length()).matches("[1-9][0-9]{0,17}")) {
            record(request, response, Long.parseLong(path.substring(RECORD.length())));
        } else {
            throw notFound("Beginnen Sie bei der Suche im Prüfpfad.", "Begin with the search of the trail.");
        }
    }

    private static TrailFilter filter(HttpServletRequest request) {
        return TrailFilter.of(field -> {
            String value = request.getParameter(field);
            return value == null ? "" : value;
        });
    }

    /** The page with what is found, or with what is wrong with the question. */
    private void search(HttpServletRequest request, HttpServletResponse response, TrailFilter filter, Text refused)
            throws IOException {
        TrailFilter asked = filter;
        TrailPage found = null;
        if (filter.isRight()) {
            try {
                found = search.find(caller(request), filter.query(SHOWN));
            } catch (ProblemException e) {
                if (!e.problem().code().equals("trail-position-malformed")) {
                    throw e;
                }
                asked = filter.withoutPosition();
            }
        }
        if (!asked.isRight()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        SearchView view = new SearchView(
                pages.language(request),
                token(request),
                asked,
                search.choices(caller(request)),
                departments.names(),
                found,
                refused,
                program.hash(),
                canAsk());
        console.write(request, response, new Pages.Page(view.title(), Templates.search(view)));
    }

    private void record(HttpServletRequest request, HttpServletResponse response, long sequence) throws IOException {
        Caller caller = caller(request);
        Locale language = pages.language(request);
        TrailRecord record = search.record(caller, sequence);
        String department = record.department() == null
                ? null
                : departments.names().getOrDefault(record.department(), record.department());
        Proof proof = Proof.of(log, caller, record);
        Checkpoint sealed = proof.checkpoint();
        RecordView view = new RecordView(
                language,
                record,
                department,
                proof,
                caller.may(AuditPermissions.READ_PERSONS, Grant.ALL),
                sealed == null ? 0 : sealed.size(),
                canAsk());
        console.write(request, response, new Pages.Page(view.title(), Templates.record(view)));
    }

    private boolean canAsk() {
        PersonRequests open = requests;
        return open != null && open.isOn();
    }

    /** A package. */
    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        TrailFilter filter = filter(request);
        if (!filter.isRight()) {
            search(request, response, filter, null);
            return;
        }
        Download download = new Download(response, "pruefpaket-" + Moments.day(clock.instant()) + ".zip");
        try {
            search.writePackage(caller(request), filter.query(SHOWN), download);
        } catch (ProblemException e) {
            if (download.hasBegun()) {
                // Half a package must not look like a whole one.
                throw new IOException("The package broke off", e);
            }
            if (e.problem().kind() == Problem.Kind.FORBIDDEN) {
                throw e;
            }
            response.setStatus(e.problem().kind().status());
            search(request, response, filter, e.problem().detail());
        }
    }
}
