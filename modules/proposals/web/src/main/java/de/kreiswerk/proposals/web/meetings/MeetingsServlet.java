package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.proposals.web.calendar.CalendarWriter;
import de.kreiswerk.proposals.web.http.Addresses;
import de.kreiswerk.proposals.web.http.Answering;
import de.kreiswerk.proposals.web.http.Query;
import de.kreiswerk.proposals.web.http.TextAnswer;
import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.snapshot.Committees;
import de.kreiswerk.proposals.web.snapshot.PublicBody;
import de.kreiswerk.proposals.web.view.CommonTexts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The list of public meetings, the page of each, and each as an appointment. */
@Component(
        service = Servlet.class,
        property = {WebConstants.PUBLIC + ":Boolean=true", WebConstants.CACHED + ":Boolean=true"})
@HttpWhiteboardServletPattern("/sitzungen/*")
public class MeetingsServlet extends Answering {

    private static final long serialVersionUID = 1L;

    static final String BASE = "/sitzungen";
    static final String CALENDAR = ".ics";
    static final String BY_START = "meeting/start";

    private static final int PAGE = 50;
    private static final int PAST_ON_FIRST_PAGE = 20;
    private static final Pattern KEY = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z \\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final transient Publication publication;
    private final transient Clock clock;

    /**
     * Serves.
     *
     * @param publication the public snapshots
     * @param pages the frame
     */
    @Activate
    public MeetingsServlet(@Reference Publication publication, @Reference Pages pages) {
        this(publication, pages, Clock.systemUTC());
    }

    MeetingsServlet(Publication publication, Pages pages, Clock clock) {
        super(pages);
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            list(request, response);
        } else if (path.equals("/")) {
            redirect(response, BASE);
        } else {
            meeting(request, response, path);
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Query.of(request, MeetingFilter.NAMES);
        if (Query.hasBlanks(request, MeetingFilter.NAMES)) {
            redirectTo(response, query.at(BASE));
            return;
        }
        String later = key(request, MeetingListViews.LATER);
        String earlier = key(request, MeetingListViews.EARLIER);
        Locale language = pages.language(request);
        Today today = Today.of(clock);
        MeetingFilter filter = MeetingFilter.of(query, publication);
        MeetingListViews views = new MeetingListViews(language, today, filter);
        if (!filter.isRight()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            write(request, response, views.view(List.of(), true));
            return;
        }
        String now = today.start().toString();
        List<MeetingListView.Part> parts;
        if (later != null) {
            parts = List.of(upcoming(filter, views, later));
        } else if (earlier != null) {
            parts = List.of(past(filter, views, earlier, PAGE));
        } else {
            parts = List.of(upcoming(filter, views, now), past(filter, views, now, PAST_ON_FIRST_PAGE));
        }
        Set<String> lists = new HashSet<>(filter.lists());
        lists.addAll(Set.of(BY_START, Committees.LIST));
        request.setAttribute(MadeOf.ATTRIBUTE, new MadeOf(Set.of(), lists, today.end()));
        write(request, response, views.view(parts, later == null && earlier == null));
    }

    private MeetingListView.Part upcoming(MeetingFilter filter, MeetingListViews views, String after) {
        List<PublicObject> found =
                publication.list(filter.on(PublicQuery.of(BY_START, PAGE + 1).from(after)));
        return views.upcoming(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    private MeetingListView.Part past(MeetingFilter filter, MeetingListViews views, String before, int count) {
        List<PublicObject> found = publication.list(
                filter.on(PublicQuery.of(BY_START, count + 1).newestFirst().from(before)));
        return views.past(found.subList(0, Math.min(count, found.size())), found.size() > count);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, MeetingListView view)
            throws IOException {
        pages.write(
                request,
                response,
                new Pages.Page(
                        view.active().isEmpty()
                                ? view.in(CommonTexts.MEETINGS)
                                : view.in(CommonTexts.MEETINGS) + ": "
                                        + view.active().get(0).value().text(),
                        Templates.list(view),
                        List.of(new Pages.Alternate(
                                CalendarWriter.MEDIA_TYPE, view.in(MeetingTexts.CALENDAR_NAME), view.calendar()))));
    }

    private static String key(HttpServletRequest request, String name) {
        String key = request.getParameter(name);
        if (key != null && !KEY.matcher(key).matches()) {
            throw MeetingProblems.badKey();
        }
        return key;
    }

    private void meeting(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        boolean calendar = path.toLowerCase(Locale.ROOT).endsWith(CALENDAR);
        String page = calendar ? path.substring(0, path.length() - CALENDAR.length()) : path;
        Publication.Address address = page.isEmpty() || page.equals("/")
                ? null
                : Addresses.resolve(publication, BASE, page).orElse(null);
        if (address == null) {
            throw MeetingProblems.notFound();
        }
        PublicObject object = publication.find(address.path()).orElseThrow(MeetingProblems::notFound);
        if (object.deleted()) {
            throw MeetingProblems.withdrawn();
        }
        String canonical = calendar ? address.current() + CALENDAR : address.current();
        if (!canonical.equals(BASE + path)) {
            redirect(response, canonical);
        } else if (calendar) {
            calendar(request, response, object);
        } else {
            page(request, response, object);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, PublicObject object)
            throws IOException {
        Today today = Today.of(clock);
        MeetingView view = new MeetingViews(pages.language(request), today).view(object, PublicBody.of(publication));
        request.setAttribute(MadeOf.ATTRIBUTE, new MadeOf(Set.of(object.path()), Set.of(PublicBody.LIST), today.end()));
        pages.write(
                request,
                response,
                new Pages.Page(
                        view.title(),
                        Templates.meeting(view),
                        List.of(
                                new Pages.Alternate(
                                        CalendarWriter.MEDIA_TYPE, view.in(MeetingTexts.CALENDAR_ONE), view.calendar()),
                                new Pages.Alternate(
                                        "application/json",
                                        view.in(MeetingTexts.OPARL),
                                        view.openData().address()))));
    }

    private void calendar(HttpServletRequest request, HttpServletResponse response, PublicObject object)
            throws IOException {
        Locale language = pages.language(request);
        String calendar = new MeetingCalendar(language, pages.baseUrl())
                .of(MeetingTexts.CALENDAR_NAME.in(language), List.of(object));
        request.setAttribute(MadeOf.ATTRIBUTE, MadeOf.object(object.path()));
        TextAnswer.send(request, response, CalendarServlet.CONTENT_TYPE, language, calendar);
    }
}
