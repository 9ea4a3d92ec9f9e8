package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.proposals.web.calendar.CalendarWriter;
import de.kreiswerk.proposals.web.http.Answering;
import de.kreiswerk.proposals.web.http.Query;
import de.kreiswerk.proposals.web.http.TextAnswer;
import de.kreiswerk.proposals.web.http.Today;
import de.kreiswerk.proposals.web.snapshot.Committees;
import de.kreiswerk.proposals.web.snapshot.PublicBody;
import de.kreiswerk.proposals.web.view.Formats;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The meetings of the last year and those to come as a calendar to subscribe to; it knows the filter of the list. */
@Component(
        service = Servlet.class,
        property = {WebConstants.PUBLIC + ":Boolean=true", WebConstants.CACHED + ":Boolean=true"})
@HttpWhiteboardServletPattern(CalendarServlet.PATH)
public class CalendarServlet extends Answering {

    private static final long serialVersionUID = 1L;

    static final String PATH = "/sitzungen.ics";
    static final String CONTENT_TYPE = CalendarWriter.MEDIA_TYPE + "; charset=utf-8";

    private static final int MOST = 1_000;

    private final transient Publication publication;
    private final transient Clock clock;

    /**
     * Serves.
     *
     * @param publication the public snapshots
     * @param pages knows language and public address
     */
    @Activate
    public CalendarServlet(@Reference Publication publication, @Reference Pages pages) {
        this(publication, pages, Clock.systemUTC());
    }

    CalendarServlet(Publication publication, Pages pages, Clock clock) {
        super(pages);
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MeetingFilter filter = MeetingFilter.of(Query.of(request, MeetingFilter.NAMES), publication);
        if (!filter.isRight()) {
            throw MeetingProblems.badCommittee();
        }
        Locale language = pages.language(request);
        Today today = Today.of(clock);
        String yearAgo = today.date()
                .minusYears(1)
                .atStartOfDay(Formats.ZONE)
                .toInstant()
                .toString();
        List<PublicObject> meetings = publication.list(
                filter.on(PublicQuery.of(MeetingsServlet.BY_START, MOST).from(yearAgo)));
        String name = Stream.of(
                        MeetingTexts.CALENDAR_NAME.in(language),
                        filter.committee().map(Committees.Committee::name).orElse(""),
                        PublicBody.of(publication).name())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" – "));
        Set<String> lists = new HashSet<>(filter.lists());
        lists.addAll(Set.of(MeetingsServlet.BY_START, Committees.LIST, PublicBody.LIST));
        request.setAttribute(MadeOf.ATTRIBUTE, new MadeOf(Set.of(), lists, today.end()));
        TextAnswer.send(
                request,
                response,
                CONTENT_TYPE,
                language,
                new MeetingCalendar(language, pages.baseUrl()).of(name, meetings));
    }
}
