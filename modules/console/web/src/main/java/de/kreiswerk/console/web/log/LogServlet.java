package de.kreiswerk.console.web.log;

import de.kreiswerk.console.web.view.ConsoleServlet;
import de.kreiswerk.console.web.view.Permissions;
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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /admin/protokoll}: the last lines of the log. New ones come by themselves to those whose browser runs scripts. */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + Permissions.LOG)
@HttpWhiteboardServletPattern({LogServlet.PATH, LogServlet.NEW, LogServlet.SCRIPT})
public class LogServlet extends ConsoleServlet {

    static final String PATH = Console.BASE + "/protokoll";
    static final String NEW = PATH + "/neu";
    static final String SCRIPT = PATH + "/mitlesen.js";

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;
    /** As many as the page's script keeps. */
    private static final int FOLLOWED = 1_000;

    private final transient RecentLog log;
    private final transient Console console;

    /**
     * Serves.
     *
     * @param log the last lines
     * @param console the frame
     * @param pages the frame of all pages
     */
    @Activate
    public LogServlet(@Reference RecentLog log, @Reference Console console, @Reference Pages pages) {
        super(pages);
        this.log = log;
        this.console = console;
    }

    @Override
    protected void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case NEW -> newLines(request, response);
            case SCRIPT -> script(response);
            default -> page(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        LogFilter filter = LogFilter.of(request);
        boolean right = filter.errors().isEmpty();
        if (!right) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        List<LogLine> lines = right ? log.newest(filter, SHOWN) : List.of();
        long count = right ? log.count(filter) : 0;
        LogView view = new LogView(language, filter, log.areas(), inWords(language, count, lines.size()), lines);
        console.write(request, response, new Pages.Page(LogTexts.TITLE.in(language), Templates.log(view)));
    }

    private static String inWords(Locale language, long count, int shown) {
        Text all =
                new Text(count == 1 ? "1 Eintrag" : count + " Einträge", count == 1 ? "1 entry" : count + " entries");
        return count == shown
                ? all.in(language)
                : all.in(language)
                        + new Text(", davon die letzten " + shown, ", of which the last " + shown).in(language);
    }

    /** The lines behind one that the reader has; nothing new is 204. */
    private void newLines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LogFilter filter = LogFilter.of(request);
        long after = number(request.getParameter("nach"));
        response.setHeader("Cache-Control", "no-store");
        List<LogLine> lines = filter.errors().isEmpty()
                ? log.newest(filter.and(line -> line.number() > after), FOLLOWED + 1)
                : List.of();
        // Of what went before it was shown, nobody knows whether it fits to a filter.
        boolean gap = lines.size() > FOLLOWED || filter.isEmpty() && !log.isKeptBehind(after);
        if (lines.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        send(
                response,
                "text/html; charset=utf-8",
                Templates.lines(
                                pages.language(request),
                                gap ? lines.subList(0, Math.min(lines.size(), FOLLOWED - 1)) : lines,
                                gap)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void script(HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        try (InputStream in = LogServlet.class.getResourceAsStream("/script/follow.js")) {
            send(response, "text/javascript; charset=utf-8", in.readAllBytes());
        }
    }

    private static void send(HttpServletResponse response, String mediaType, byte[] body) throws IOException {
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static long number(String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw new ProblemException(
                    Problem.Kind.MALFORMED,
                    "log-position-malformed",
                    new Text("Stelle nicht lesbar", "Position malformed"),
                    new Text(
                            "„nach“ ist die Nummer des letzten bekannten Eintrags, 0 für den Anfang.",
                            "'nach' is the number of the last known entry, 0 for the beginning."));
        }
        return Long.parseLong(text);
    }
}
