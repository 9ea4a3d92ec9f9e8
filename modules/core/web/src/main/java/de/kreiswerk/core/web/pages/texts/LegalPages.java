package de.kreiswerk.core.web.pages.texts;

import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.pages.LegalLinks;
import de.kreiswerk.core.web.pages.PagesConfig;
import de.kreiswerk.core.web.pages.ReadOnlyServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The pages of the texts. One that is kept elsewhere leads there. */
@Component(
        service = Servlet.class,
        configurationPid = PagesConfig.PID,
        property = {WebConstants.PUBLIC + ":Boolean=true", WebConstants.CACHED + ":Boolean=true"})
@HttpWhiteboardServletPattern({"/impressum", "/datenschutz", "/barrierefreiheit"})
public class LegalPages extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient Pages pages;
    private final transient LegalTexts texts;
    private final transient LegalLinks links;

    /**
     * Serves.
     *
     * @param pages the frame
     * @param texts the texts
     * @param config which texts are kept elsewhere
     */
    @Activate
    public LegalPages(@Reference Pages pages, @Reference LegalTexts texts, PagesConfig config) {
        this.pages = pages;
        this.texts = texts;
        this.links = new LegalLinks(config);
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LegalText text = LegalText.named(request.getServletPath().substring(1)).orElseThrow();
        String address = links.address(text.address());
        if (!address.equals(text.address())) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", address);
            response.setHeader("Cache-Control", "no-cache");
            response.setContentLength(0);
            return;
        }
        Locale language = pages.language(request);
        String title = text.title().in(language);
        String html = new Markdown().html(texts.find(text).markdown());
        request.setAttribute(MadeOf.ATTRIBUTE, MadeOf.object(text.path()));
        pages.write(
                request, response, new Pages.Page(title, TextTemplate.rendered(new TextView(title, language, html))));
    }
}
