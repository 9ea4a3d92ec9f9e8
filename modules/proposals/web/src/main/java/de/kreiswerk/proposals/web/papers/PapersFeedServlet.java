package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.proposals.web.feed.AtomWriter;
import de.kreiswerk.proposals.web.http.Answering;
import de.kreiswerk.proposals.web.http.Query;
import de.kreiswerk.proposals.web.http.TextAnswer;
import de.kreiswerk.proposals.web.snapshot.Committees;
import de.kreiswerk.proposals.web.snapshot.PublicBody;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The feed of new papers; it knows the filters of the list. */
@Component(
        service = Servlet.class,
        property = {WebConstants.PUBLIC + ":Boolean=true", WebConstants.CACHED + ":Boolean=true"})
@HttpWhiteboardServletPattern(PapersFeedServlet.PATH)
public class PapersFeedServlet extends Answering {

    private static final long serialVersionUID = 1L;

    static final String PATH = "/vorlagen.atom";
    static final String MEDIA_TYPE = AtomWriter.MEDIA_TYPE;

    private static final int ENTRIES = 50;

    private final transient Publication publication;

    /**
     * Serves.
     *
     * @param publication the public snapshots
     * @param pages the frame
     */
    @Activate
    public PapersFeedServlet(@Reference Publication publication, @Reference Pages pages) {
        super(pages);
        this.publication = publication;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        PaperFilter filter = new PaperFilter(Query.of(request, PaperFilter.NAMES), PaperChoices.of(publication));
        if (!filter.isRight()) {
            throw PaperProblems.badFilter(filter.errors(Locale.GERMAN), filter.errors(Locale.ENGLISH));
        }
        List<PublicObject> papers = publication.list(
                filter.on(PublicQuery.of(PapersServlet.LIST, ENTRIES).newestFirst()));
        String feed = AtomWriter.write(
                new PapersFeed(language, pages.baseUrl(), PublicBody.of(publication)).of(papers, filter.query()));
        Set<String> lists = new HashSet<>(filter.lists());
        lists.addAll(Set.of(PapersServlet.LIST, Committees.LIST, PublicBody.LIST));
        request.setAttribute(MadeOf.ATTRIBUTE, new MadeOf(Set.of(), lists, null));
        TextAnswer.send(request, response, MEDIA_TYPE + "; charset=utf-8", language, feed);
    }
}
