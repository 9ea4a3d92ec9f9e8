package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The start page, at the exact root and nowhere else. */
@Component(
        service = Servlet.class,
        // The exact root is the empty pattern. A property type would make a list of it, and drop the empty line.
        property = {
            "osgi.http.whiteboard.servlet.pattern=",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=" + StartContext.NAME + ")",
            WebConstants.PUBLIC + ":Boolean=true",
            WebConstants.CACHED + ":Boolean=true"
        })
public class StartServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    /** Tiles belong to the frame: who comes and goes there is another frame. */
    private static final MadeOf FRAME_ALONE = new MadeOf(Set.of(), Set.of(), null);

    private final transient Pages pages;
    private final transient Tiles tiles;
    private final transient Navigation navigation;

    /**
     * Serves.
     *
     * @param pages the frame
     * @param tiles what there is
     * @param navigation where to go
     */
    @Activate
    public StartServlet(@Reference Pages pages, @Reference Tiles tiles, @Reference Navigation navigation) {
        this.pages = pages;
        this.tiles = tiles;
        this.navigation = navigation;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        StartView view = new StartView(language, tiles.in(language, navigation.links(language, "/")));
        request.setAttribute(MadeOf.ATTRIBUTE, FRAME_ALONE);
        pages.write(request, response, new Pages.Page(FrameTexts.HOME.in(language), Templates.start(view)));
    }
}
